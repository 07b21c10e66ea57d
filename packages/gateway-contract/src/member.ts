/** Member connectors: what A11, A12, A14, W8 and W10 answer. */
import { z } from 'zod';
import { connectorAppInfoList } from './connector.ts';
import {
  eitherFlag,
  optionalFlag,
  optionalId,
  optionalText,
  optionalTextList,
  optionalTime,
  tagIdList,
  wireId,
} from './fields.ts';

/** A member connector. A11's answer may deny the attachment it has just made: read A14 again instead of believing it. */
export const MemberConnector = z
  .object({
    id: wireId,
    uuid: optionalId,
    customerId: optionalId,
    userUuid: optionalId,
    username: optionalText,
    userName: optionalText,
    name: optionalText,
    description: optionalText,
    defaultTagIds: tagIdList,
    state: optionalText,
    cloudType: optionalText,
    type: optionalText,
    isRemediationEnabled: optionalFlag,
    remediationEnabled: optionalFlag,
    isDisabled: optionalFlag,
    disabled: optionalFlag,
    isDeleted: optionalFlag,
    deleted: optionalFlag,
    scanUuid: optionalId,
    activatedModules: optionalTextList.transform((modules) => modules ?? []),
    connectorAppInfos: connectorAppInfoList,
    lastSynced: optionalTime,
    isAttachedToOrgConnector: optionalFlag,
    attachedToOrgConnector: optionalFlag,
    organizationId: optionalText,
    organizationConnectorId: optionalId,
    parentId: optionalText,
  })
  .transform(
    ({
      userName,
      type,
      isRemediationEnabled,
      isDisabled,
      isDeleted,
      isAttachedToOrgConnector,
      ...member
    }) => ({
      ...member,
      username: member.username ?? userName,
      cloudType: member.cloudType ?? type,
      remediationEnabled: eitherFlag(isRemediationEnabled, member.remediationEnabled),
      disabled: eitherFlag(isDisabled, member.disabled),
      deleted: eitherFlag(isDeleted, member.deleted),
      attachedToOrgConnector: eitherFlag(isAttachedToOrgConnector, member.attachedToOrgConnector),
    }),
  );
export type MemberConnector = z.output<typeof MemberConnector>;
