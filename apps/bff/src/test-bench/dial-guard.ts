/**
 * Notices calls to the vendor that are made while a transaction is open: one slow answer would hold its rows, and on a small pool
 * all other calls. Every console of the tests runs under it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';

export function guardDials(db: NodePgDatabase) {
  const inTransaction = new AsyncLocalStorage<true>();
  const calls: string[] = [];
  const transaction: NodePgDatabase['transaction'] = (work, config) =>
    db.transaction((tx) => inTransaction.run(true, () => work(tx)), config);
  const guarded = new Proxy(db, {
    get: (target, name, receiver) =>
      name === 'transaction' ? transaction : Reflect.get(target, name, receiver),
  });
  return {
    db: guarded,
    onCall({ operation }: { operation: string }): void {
      if (inTransaction.getStore()) calls.push(operation);
    },
    assertNone(): void {
      if (calls.length > 0) throw new Error(`LOAD-05: called inside a transaction: ${calls.join(', ')}`);
    },
  };
}
