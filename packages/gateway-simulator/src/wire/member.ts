/** How the gateway writes member connectors. */
import { wireTime } from '../clock.ts';
import type { Call } from '../http/call.ts';
import type { App, Member } from '../world/world.ts';
import { awsApp, azureApp } from './connector.ts';

/** What an answer says about a member's attachment, which need not be true: A11 and A12 write every member as detached. */
type Attachment = Pick<Member, 'connectorId' | 'parentId'>;

export const detached: Attachment = { connectorId: null, parentId: null };

export function wireMember(
  { world, settings: { memberIdentifiers } }: Pick<Call, 'world' | 'settings'>,
  member: Member,
  attachment: Attachment = member,
) {
  const connector =
    attachment.connectorId === null ? undefined : world.connectors.get(attachment.connectorId);
  const isAzure = member.cloud === 'azure';
  const apps =
    memberIdentifiers === 'account' ? member.apps.map((app) => identifiedBy(member, app)) : member.apps;
  return {
    id: member.id,
    uuid: member.uuid,
    customerId: world.customerId,
    userUuid: world.userUuid,
    username: world.userName,
    name: member.name,
    description: '',
    defaultTagIds: isAzure ? null : [],
    state: member.state,
    cloudType: isAzure ? 'AZURE' : 'AWS',
    isRemediationEnabled: member.remediation,
    isDisabled: member.disabled,
    isDeleted: false,
    scanUuid: member.scanUuid,
    activatedModules: member.activatedModules,
    connectorAppInfos: isAzure ? apps.map(azureApp) : apps.map(awsApp),
    lastSynced: wireTime(member.lastSynced),
    isAttachedToOrgConnector: connector !== undefined,
    // The AWS sample leaves the organization out even for an attached member.
    organizationId: isAzure && connector ? connector.organizationId : null,
    organizationConnectorId: connector?.id ?? null,
    parentId: connector ? attachment.parentId : null,
  };
}

function identifiedBy({ cloud, accountId }: Member, app: App): App {
  const role = `arn:aws:iam::${accountId}:role/qualys-cspm-read-only`;
  return { ...app, identifier: cloud === 'azure' ? accountId : role };
}
