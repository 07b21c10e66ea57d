/** Members in the console's words. */
import type { Member } from '@console/console-contract';
import { isNumericId, type MemberConnector } from '@console/gateway-contract';
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
