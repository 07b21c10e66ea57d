/** The trees of organizations as they were read last: they name the units of a scope long after the wizard is closed. */
import type { OrganizationalUnits } from '@console/console-contract';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import * as z from 'zod/mini';
import { organizationTrees } from './tables.ts';

type Unit = OrganizationalUnits['units'][number];

const Unit = z.object({ id: z.string(), name: z.string(), path: z.string() });

/** Of a workspace, the newest: a subscription has a few organizations. */
const mostTrees = 20;

const listedUnits = sql`case jsonb_typeof(${organizationTrees.units}) when 'array' then ${organizationTrees.units} else '[]' end`;

/** A scope may name a unit without its root, `ou-12hpzogk` for `ou-zar5-12hpzogk`, as the vendor's document does. */
const shortId = sql`regexp_replace(unit ->> 'id', '^ou-[0-9a-z]+-', 'ou-')`;

export function createTreeStore(db: NodePgDatabase) {
  return { save, unitsOf, clear };

  /**
   * The newest reading replaces the one before, unless it was cut short, and the one that is oldest once there are too many.
   */
  async function save(
    workspaceId: string,
    rootId: string,
    { units, incomplete }: OrganizationalUnits,
  ): Promise<void> {
    const target = [organizationTrees.workspaceId, organizationTrees.rootId];
    const reading = db.insert(organizationTrees).values({ workspaceId, rootId, units });
    await (incomplete
      ? reading.onConflictDoNothing({ target })
      : reading.onConflictDoUpdate({ target, set: { units, readAt: sql`now()` } }));
    const ofWorkspace = eq(organizationTrees.workspaceId, workspaceId);
    const older = db
      .select({ rootId: organizationTrees.rootId })
      .from(organizationTrees)
      .where(ofWorkspace)
      .orderBy(desc(organizationTrees.readAt))
      .offset(mostTrees);
    await db.delete(organizationTrees).where(and(ofWorkspace, inArray(organizationTrees.rootId, older)));
  }

  /**
   * Those of the units that some tree of the workspace knows. The database picks them: a tree may hold 50,000. What is no unit counts as not
   * there, and comes back when the tree is read again.
   */
  async function unitsOf(workspaceId: string, ids: readonly string[]): Promise<Unit[]> {
    if (ids.length === 0) return [];
    const { rows } = await db.execute(sql`
      select distinct on (unit ->> 'id') unit ->> 'id' as id, unit ->> 'name' as name, unit ->> 'path' as path
      from ${organizationTrees}, jsonb_array_elements(${listedUnits}) unit
      where ${organizationTrees.workspaceId} = ${workspaceId}
        and (unit ->> 'id' in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))
          or ${shortId} in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)))
      order by unit ->> 'id', ${organizationTrees.readAt} desc`);
    return rows.flatMap((row) => Unit.safeParse(row).data ?? []);
  }

  /** What another gateway told of the same ids counts no longer. */
  async function clear(workspaceId: string): Promise<void> {
    await db.delete(organizationTrees).where(eq(organizationTrees.workspaceId, workspaceId));
  }
}
