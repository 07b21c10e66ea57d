/** The vendor's call budget of each workspace, as its rate headers last told, shared by every replica. */
import type { ApiBudget } from '@console/console-contract';
import { eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { apiBudgets } from './tables.ts';

export function createBudgetStore(db: NodePgDatabase) {
  return {
    async save(workspaceId: string, budget: Pick<ApiBudget, 'limit' | 'remaining' | 'windowSeconds'>): Promise<void> {
      const { limit: callLimit, remaining, windowSeconds } = budget;
      const seen = { callLimit, remaining, windowSeconds, at: sql`now()` };
      await db
        .insert(apiBudgets)
        .values({ workspaceId, ...seen })
        .onConflictDoUpdate({ target: apiBudgets.workspaceId, set: seen });
    },

    async find(workspaceId: string): Promise<ApiBudget | null> {
      const [row] = await db.select().from(apiBudgets).where(eq(apiBudgets.workspaceId, workspaceId));
      if (row === undefined) return null;
      const { callLimit, remaining, windowSeconds, at } = row;
      return { limit: callLimit, remaining, windowSeconds, at: at.toISOString(), waitingUntil: null };
    },
  };
}
