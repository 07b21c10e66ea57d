/** What was entered through the console and the gateway never gives back. */
import type { Cloud, ConnectorSpec } from '@console/console-contract';
import { and, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { type StoredSpec, specOf, specVersion } from '../stored-connectors.ts';
import { storedSpecs } from '../tables.ts';

export type DatedSpec = { spec: StoredSpec; enteredAt: Date };
export type SpecStore = ReturnType<typeof createSpecStore>;

export function createSpecStore(db: NodePgDatabase) {
  return { find, save };

  /** `null` when nothing was entered, and when this version cannot read what was: then it is asked for again. */
  async function find(workspaceId: string, cloud: Cloud, id: string): Promise<DatedSpec | null> {
    const [row] = await db
      .select({
        stored: storedSpecs.spec,
        version: storedSpecs.specVersion,
        enteredAt: storedSpecs.enteredAt,
      })
      .from(storedSpecs)
      .where(
        and(
          eq(storedSpecs.workspaceId, workspaceId),
          eq(storedSpecs.cloud, cloud),
          eq(storedSpecs.connectorId, id),
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
      .insert(storedSpecs)
      .values({ workspaceId, cloud, connectorId: id, spec, specVersion })
      .onConflictDoUpdate({
        target: [storedSpecs.workspaceId, storedSpecs.cloud, storedSpecs.connectorId],
        set: { spec, specVersion, enteredAt: sql`now()` },
      });
  }
}
