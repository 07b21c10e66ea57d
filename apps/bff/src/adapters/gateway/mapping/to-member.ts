/** Members in the console's words. */
import type { Member } from '@console/console-contract';
import { isNumericId, isUuid, type MemberConnector } from '@console/gateway-contract';
import { plainName, shownName } from '../calls/plain-text.ts';
import { enabledOf } from './to-connector.ts';
import { toState } from './to-state.ts';

/** `null` for a row whose id is none. A member without a name goes by its id. */
export function toMember(row: MemberConnector): Member | null {
  if (!isNumericId(row.id)) return null;
  const { state, stateText } = toState(row.state);
  return {
    id: row.id,
    uuid: row.uuid,
    name: shownName(row.name, row.id).trim(),
    accountId: accountOf(row),
    state,
    stateText,
    enabled: enabledOf(row),
    attached: row.attachedToOrgConnector,
    parent: row.parentId === null ? null : unitNameOf(plainName(row.parentId)),
    modules: row.activatedModules.map((name) => plainName(name)),
    // A member that is still pending reports its creation: it has never synced.
    lastSync: state === 'pending' ? null : row.lastSynced,
  };
}

/** Azure names a management group by its whole resource id; everywhere else in the console a group goes by its name. */
function unitNameOf(parentId: string): string {
  return parentId.slice(parentId.lastIndexOf('/') + 1);
}

/**
 * Some answers identify the apps of a member by its own subscription or role, others by what the organization's connector was made with: which
 * of the two a UUID is, only its reader can tell.
 */
function accountOf({ connectorAppInfos, organizationId }: MemberConnector): string | null {
  const [identifier, ...others] = new Set(connectorAppInfos.map((app) => app.identifier?.trim() ?? ''));
  if (identifier === undefined || others.length > 0 || identifier === organizationId) return null;
  if (isUuid(identifier)) return identifier.toLowerCase();
  return /^arn:[\w-]{1,20}:iam::(\d{12}):role\/\S/.exec(identifier)?.[1] ?? null;
}
