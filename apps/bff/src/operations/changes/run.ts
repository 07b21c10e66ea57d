/** A7 and W6. A run leaves its trace in the state and the time of the last sync, or none at all. */
import { unfinishedStates } from '@console/console-contract';
import type { Change } from '../change.ts';
import { notMarked, runUnclear } from '../problems.ts';
import type { Target } from '../requests.ts';
import type { RequestOf } from '../tables.ts';

export function runOf({ cloud, id }: Target, before: RequestOf<'run-connector'>): Change {
  const { stateBefore, lastSyncBefore } = before;
  return {
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
    missing: () => ({ state: 'needs-person', problem: runUnclear }),
  };
}
