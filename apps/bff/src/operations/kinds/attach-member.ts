/** A11 and W10. Azure's answer says the opposite of what it did, so the members are read again; AWS has no list to read. */
import { notAttached, unseenOnAws } from '../problems.ts';
import type { Change, Kind } from './kind.ts';
import { attachedAmong } from './lookups.ts';

export const attachMember: Kind<'attach-member'> = {
  async prepare({ workspaceId, cloud, id, member }, { readConnector }) {
    const { connector } = await readConnector(workspaceId, cloud, id);
    return { connector, request: { kind: 'attach-member', member } };
  },
  change: ({ member }, { cloud, id }) => (cloud === 'azure' ? onAzure(id, member) : onAws(id, member)),
};

function onAzure(connectorId: string, memberId: string): Change {
  return {
    async write(gateway) {
      await gateway.attachAzureMember(memberId, connectorId);
      return { kind: 'accepted' };
    },
    async look(gateway) {
      const attached = await attachedAmong(gateway, connectorId, [memberId]);
      return attached.length > 0 ? { kind: 'happened', connector: null } : { kind: 'nothing-yet' };
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
    missing: () => ({ state: 'needs-review', problem: unseenOnAws }),
  };
}
