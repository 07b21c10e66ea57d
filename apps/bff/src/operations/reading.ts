/** Operations as they are told. */
import type { Operation } from '@console/console-contract';
import { Refusal } from '../ports/refusal.ts';
import type { OperationFacts } from './rows.ts';
import type { OperationStore } from './store.ts';
import { jobOf } from './tables.ts';

export function createOperationReading(store: Pick<OperationStore, 'list' | 'listOpen' | 'find'>) {
  return { list, listOpen: store.listOpen, read };

  async function list(workspaceId: string): Promise<Operation[]> {
    return (await store.list(workspaceId)).map(shown);
  }

  async function read(workspaceId: string, id: string): Promise<Operation> {
    const row = await store.find(workspaceId, id);
    if (row === null) throw new Refusal('not-found', 'There is no such operation.');
    return shown(row);
  }
}

function shown(row: OperationFacts): Operation {
  const { id, kind, state, cloud, connectorId, connectorName, requestedBy, problem, requestId } = row;
  const { candidates, followedBy } = row;
  return {
    id,
    kind,
    state,
    cloud,
    connectorId,
    connectorName,
    requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    settledAt: row.settledAt?.toISOString() ?? null,
    problem,
    requestId,
    candidates,
    followedBy,
    items: null,
    job: jobOf(row),
  };
}
