/** A11 and W10. Azure's answer says the opposite of what it did, so the members are read again; AWS has no list to read. */
import type { Change, Finding } from '../change.ts';
import { notAttached, unseenOnAws } from '../problems.ts';
import type { Target } from '../requests.ts';
import type { RequestOf } from '../tables.ts';
import { attachedMemberIds } from './attached-members.ts';

export function attachmentOf(target: Target, { member }: RequestOf<'attach-member'>): Change {
  return target.cloud === 'azure' ? onAzure(target.id, member) : onAws(target.id, member);
}

function onAzure(connectorId: string, memberId: string): Change {
  return {
    async write(gateway) {
      await gateway.attachAzureMember(memberId, connectorId);
      return { kind: 'accepted' };
    },
    async look(gateway): Promise<Finding> {
      const attached = await attachedMemberIds(gateway, connectorId);
      return attached.has(memberId) ? { kind: 'happened', connector: null } : { kind: 'nothing-yet' };
    },
    missing: () => ({ state: 'absent', problem: notAttached }),
  };
}

function onAws(connectorId: string, memberUuid: string): Change {
  return {
    async write(gateway) {
      const member = await gateway.attachAwsMember(memberUuid, connectorId);
      return {
        kind: 'done',
        connector: null,
        members: member === null ? [] : [{ ...member, attached: true }],
      };
    },
    look: async () => ({ kind: 'nothing-yet' }),
    missing: () => ({ state: 'needs-person', problem: unseenOnAws }),
  };
}
