/** A7 and W6. A run leaves its trace in the state and the time of the last sync, or none at all. */
import { unfinishedStates } from '@console/console-contract';
import { notMarked, notSeenYet, passedOver, runUnclear } from '../problems.ts';
import type { Kind, KindForMany } from './kind.ts';
import { disabledAmong } from './lookups.ts';

export const runConnector: Kind<'run-connector'> & KindForMany<'run-connector'> = {
  async prepare({ workspaceId, cloud, id }, { readConnector }) {
    const { connector } = await readConnector(workspaceId, cloud, id);
    return { connector, request: runConnector.itemOf(connector) };
  },
  itemOf: ({ state, lastSync }) => ({ kind: 'run-connector', stateBefore: state, lastSyncBefore: lastSync }),

  change: ({ stateBefore, lastSyncBefore }, { cloud, id }) => ({
    async write(gateway) {
      const { marked } = await gateway.runConnector(cloud, id);
      return marked === 0 ? { kind: 'failed', problem: notMarked } : { kind: 'done', connector: null };
    },
    async look(gateway) {
      const connector = await gateway.readConnector(cloud, id);
      // A run that was asked for makes a connector pending before its job begins.
      const works = unfinishedStates.includes(connector.state) && connector.state !== stateBefore;
      const synced = connector.lastSync !== null && connector.lastSync !== lastSyncBefore;
      return works || synced ? { kind: 'happened', connector } : { kind: 'nothing-yet' };
    },
    missing: () => ({ state: 'needs-review', problem: runUnclear }),
  }),

  together: {
    async write(gateway, ids) {
      const { marked } = await gateway.runAzure(ids);
      return { kind: 'counted', count: marked };
    },
    /** The sentence only counts: with fewer than asked for, the disabled ones were passed over. */
    async outcomes({ ids, count }, { gateway }) {
      if (count === ids.length) return () => ({ kind: 'done', connector: null });
      const disabled = await disabledAmong(gateway);
      const isDisabled = (id: string) => disabled.ids?.has(id) === true;
      const others = ids.filter((id) => !isDisabled(id));
      const explained = disabled.ids !== null && count === others.length;
      return (id) => {
        if (isDisabled(id)) return { kind: 'failed', problem: passedOver };
        if (explained) return { kind: 'done', connector: null };
        return { kind: 'unknown', problem: notSeenYet(disabled.problem) };
      };
    },
  },
};
