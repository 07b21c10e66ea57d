/** A12 for many members at once, W8 for one. A member that is detached runs on by itself. */
import { Refusal } from '../../ports/refusal.ts';
import { notDetached, unseenOnAws } from '../problems.ts';
import type { Change, Kind } from './kind.ts';
import { attachedAmong } from './lookups.ts';

export const detachMembers: Kind<'detach-members'> = {
  async prepare({ workspaceId, cloud, id, members }, { readConnector }) {
    if (cloud === 'aws' && members.length > 1) throw oneAtATime();
    const { connector } = await readConnector(workspaceId, cloud, id);
    return { connector, request: { kind: 'detach-members', members } };
  },
  change: ({ members }, { cloud, id }) => (cloud === 'azure' ? onAzure(id, members) : onAws(members)),
};

function onAzure(connectorId: string, memberIds: string[]): Change {
  return {
    async write(gateway) {
      await gateway.detachAzureMembers(memberIds);
      return { kind: 'accepted' };
    },
    async look(gateway) {
      const still = await attachedAmong(gateway, connectorId, memberIds);
      return still.length > 0 ? { kind: 'nothing-yet' } : { kind: 'happened', connector: null };
    },
    missing: () => ({ state: 'absent', problem: notDetached }),
  };
}

function onAws([memberId]: string[]): Change {
  return {
    async write(gateway) {
      if (memberId === undefined) throw new Error('A detachment names its member.');
      const reported = await gateway.detachAwsMember(memberId);
      const members = reported
        .filter(({ id }) => id === memberId)
        .map((member) => ({ ...member, attached: false }));
      return { kind: 'done', connector: null, members };
    },
    look: async () => ({ kind: 'nothing-yet' }),
    missing: () => ({ state: 'needs-review', problem: unseenOnAws }),
  };
}

function oneAtATime(): Refusal {
  return new Refusal('invalid-request', 'The gateway detaches AWS members one at a time.', {
    kept: 'Nothing was sent.',
    next: 'Detach them one after the other.',
  });
}
