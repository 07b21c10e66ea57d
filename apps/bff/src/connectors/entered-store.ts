/** What was entered through the console and the gateway never gives back. */
import type { Cloud, ConnectorSpec } from '@console/console-contract';
import { and, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { type EnteredSpec, specOf, specVersion } from './stored-connectors.ts';
import { enteredSpecs } from './tables.ts';

export type Entered = { spec: EnteredSpec; enteredAt: Date };
export type EnteredStore = ReturnType<typeof createEnteredStore>;

export function createEnteredStore(db: NodePgDatabase) {
  return { find, save };

  /** `null` when nothing was entered, and when this version cannot read what was: then it is asked for again. */
  async function find(workspaceId: string, cloud: Cloud, id: string): Promise<Entered | null> {
    const [row] = await db
      .select({
        stored: enteredSpecs.spec,
        version: enteredSpecs.specVersion,
        enteredAt: enteredSpecs.enteredAt,
      })
      .from(enteredSpecs)
      .where(
        and(
          eq(enteredSpecs.workspaceId, workspaceId),
          eq(enteredSpecs.cloud, cloud),
          eq(enteredSpecs.connectorId, id),
        ),
      );
    const spec = row === undefined ? null : specOf(cloud, row.stored, row.version);
    return row === undefined || spec === null ? null : { spec, enteredAt: row.enteredAt };
  }

  async function save(
    { workspaceId, cloud, id }: { workspaceId: string; cloud: Cloud; id: string },
    spec: ConnectorSpec,
  ): Promise<void> {
    await db
      .insert(enteredSpecs)
      .values({ workspaceId, cloud, connectorId: id, spec, specVersion })
      .onConflictDoUpdate({
        target: [enteredSpecs.workspaceId, enteredSpecs.cloud, enteredSpecs.connectorId],
        set: { spec, specVersion, enteredAt: sql`now()` },
      });
  }
}
