/** Builds the slice: workspaces, their call budget, and the demo among them. */
import type { ApiBudget, ScannerRegistration } from '@console/console-contract';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { RecordActivity } from '../ports/activity-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorGateways } from '../ports/connector-gateway.ts';
import type { CredentialVault } from '../ports/credential-vault.ts';
import type { Log } from '../ports/log.ts';
import { Refusal } from '../ports/refusal.ts';
import { createBudgetStore } from './budget-store.ts';
import { type DemoSettings, ensureDemo } from './demo.ts';
import { createWorkspaceService } from './service.ts';
import { createWorkspaceStore } from './store.ts';

type Deps = {
  db: NodePgDatabase;
  record: RecordActivity<NodePgDatabase>;
  vault: CredentialVault;
  gateways: ConnectorGateways;
  clock: Clock;
  gatewayHosts: readonly string[];
  onConnected: (workspaceId: string) => void;
  onMoved: (workspaceId: string) => Promise<void>;
  onScannerRead: (workspaceId: string, accounts: ScannerRegistration['accounts']) => Promise<void>;
  log: Log;
};

export function composeWorkspaces(deps: Deps) {
  const { db, record, vault, gateways, clock, gatewayHosts, onConnected, onMoved, onScannerRead, log } = deps;
  const store = createWorkspaceStore(db, record);
  const budgets = createBudgetStore(db, clock);
  const allowed = { extra: gatewayHosts };
  gateways.keepWithin({
    take: budgets.take,
    reported: (workspaceId, call, limits) =>
      budgets.reported(workspaceId, call, limits).catch(() => {
        log.warn({ workspaceId }, 'A call budget could not be kept');
      }),
  });

  return {
    service: createWorkspaceService({
      store,
      vault,
      gateways,
      allowed,
      clock,
      onConnected,
      onMoved,
      onScannerRead,
    }),
    budgetOf,
    listIds: async () => (await store.list()).map(({ id }) => id),
    async ensureDemo(demo: DemoSettings): Promise<void> {
      try {
        onConnected(await ensureDemo(demo, { store, vault, allowed }));
      } catch (error) {
        // A user's own workspace has the name: the demo gives way.
        if (!(error instanceof Refusal)) throw error;
        log.warn({ code: error.code }, 'The demo workspace could not be connected');
      }
    },
  };

  async function budgetOf(workspaceId: string): Promise<ApiBudget | null> {
    const budget = await budgets.find(workspaceId);
    return budget && { ...budget, call: gateways.titleOf(budget.call) };
  }
}
