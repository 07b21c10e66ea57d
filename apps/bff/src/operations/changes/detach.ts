/** A12 for many members at once, W8 for one. A member that is detached runs on by itself. */
import type { Change, Finding } from '../change.ts';
import { notDetached, unseenOnAws } from '../problems.ts';
import type { Target } from '../requests.ts';
import type { RequestOf } from '../tables.ts';
import { attachedMemberIds } from './attached-members.ts';

export function detachmentOf(target: Target, { members }: RequestOf<'detach-members'>): Change {
  return target.cloud === 'azure' ? onAzure(target.id, members) : onAws(members);
}

function onAzure(connectorId: string, memberIds: string[]): Change {
  return {
    async write(gateway) {
      await gateway.detachAzureMembers(memberIds);
      return { kind: 'accepted' };
    },
    async look(gateway): Promise<Finding> {
      const attached = await attachedMemberIds(gateway, connectorId);
      const still = memberIds.some((id) => attached.has(id));
      return still ? { kind: 'nothing-yet' } : { kind: 'happened', connector: null };
    },
    missing: () => ({ state: 'absent', problem: notDetached }),
  };
}

function onAws([memberId]: string[]): Change {
  return {
    async write(gateway) {
      if (memberId === undefined) throw new Error('A detachment names its member.');
      const told = await gateway.detachAwsMember(memberId);
      const members = told
        .filter(({ id }) => id === memberId)
        .map((member) => ({ ...member, attached: false }));
      return { kind: 'done', connector: null, members };
    },
    look: async () => ({ kind: 'nothing-yet' }),
    missing: () => ({ state: 'needs-person', problem: unseenOnAws }),
  };
}
