/**
 * Credentials of changes whose answer was lost, for as long as it is looked for what became of them. In this process's memory
 * alone: requests are recorded without them, so a restart, or another replica that finds the change, does without.
 */
import { settledStates } from '@console/console-contract';
import type { Credentials } from '../kinds/kind.ts';
import type { OperationFacts } from '../rows.ts';
import type { OperationStore } from '../store.ts';

type Operation = Pick<OperationFacts, 'id' | 'workspaceId'>;

export function createPendingCredentials({ find }: Pick<OperationStore, 'find'>) {
  const pending = new Map<string, { workspaceId: string; credentials: Credentials }>();
  return { add, of, dropSettled };

  function add({ id, workspaceId }: Operation, credentials: Credentials): void {
    if (credentials !== null) pending.set(id, { workspaceId, credentials });
  }

  function of({ id }: Operation): Credentials {
    return pending.get(id)?.credentials ?? null;
  }

  /** They are not needed once it is known what became of the change, whichever replica found out. */
  async function dropSettled(): Promise<void> {
    for (const [id, { workspaceId }] of pending) {
      const row = await find(workspaceId, id);
      if (row === null || settledStates.includes(row.state)) pending.delete(id);
    }
  }
}
