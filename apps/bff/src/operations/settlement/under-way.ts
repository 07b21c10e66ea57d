/** What this process is carrying out at this moment: it waits for all of it before it ends. */
import type { Log } from '../../ports/log.ts';
import { toStoreError } from '../../ports/store-error.ts';
import type { OperationFacts } from '../rows.ts';

export function createUnderWay(log: Log) {
  const underWay = new Map<string, Promise<void>>();
  return { keep, isUnderWay, settled, drain };

  /** Remembers it until the work is over; work that fails leaves the operation open. */
  function keep(operation: Pick<OperationFacts, 'id'>, work: () => Promise<void>): void {
    const done = work()
      .catch((error: unknown) => {
        const { state } = toStoreError(error);
        log.warn({ operation: operation.id, state }, 'An operation stays open and is looked at again later');
      })
      .finally(() => underWay.delete(operation.id));
    underWay.set(operation.id, done);
  }

  function isUnderWay(id: string): boolean {
    return underWay.has(id);
  }

  async function settled(id: string): Promise<void> {
    await underWay.get(id);
  }

  async function drain(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay.values());
  }
}
