/** What was entered through the console and the gateway never gives back. */
import type { Cloud, ConnectorSpec } from '@console/console-contract';
import { and, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { enteredSpecs } from './tables.ts';

export type Entered = { spec: ConnectorSpec; enteredAt: Date };
export type EnteredStore = ReturnType<typeof createEnteredStore>;

export function createEnteredStore(db: NodePgDatabase) {
  return { find, save };

  async function find(workspaceId: string, cloud: Cloud, id: string): Promise<Entered | null> {
    const [row] = await db
      .select({ spec: enteredSpecs.spec, enteredAt: enteredSpecs.enteredAt })
      .from(enteredSpecs)
      .where(
        and(
          eq(enteredSpecs.workspaceId, workspaceId),
          eq(enteredSpecs.cloud, cloud),
          eq(enteredSpecs.connectorId, id),
        ),
      );
    return row ?? null;
  }

  async function save(
    { workspaceId, cloud, id }: { workspaceId: string; cloud: Cloud; id: string },
    spec: ConnectorSpec,
  ): Promise<void> {
    await db
      .insert(enteredSpecs)
      .values({ workspaceId, cloud, connectorId: id, spec })
      .onConflictDoUpdate({
        target: [enteredSpecs.workspaceId, enteredSpecs.cloud, enteredSpecs.connectorId],
        set: { spec, enteredAt: sql`now()` },
      });
  }
}
