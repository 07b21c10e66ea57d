/** Members of AWS connectors that the console has seen, in SQL. */
import type { Member } from '@console/console-contract';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { seenMembers } from './tables.ts';

export type SeenMembers = ReturnType<typeof createSeenMembers>;

export function createSeenMembers(db: NodePgDatabase) {
  return { list, findByUuid, save };

  async function list(workspaceId: string, connectorId: string): Promise<Member[]> {
    const rows = await db
      .select({ member: seenMembers.member })
      .from(seenMembers)
      .where(and(eq(seenMembers.workspaceId, workspaceId), eq(seenMembers.connectorId, connectorId)))
      .orderBy(sql`lower(${seenMembers.member} ->> 'name')`);
    return rows.map(({ member }) => member);
  }

  /** As it was seen last, with whatever connector; `null` when no answer ever named it. */
  async function findByUuid(workspaceId: string, uuid: string): Promise<Member | null> {
    const [row] = await db
      .select({ member: seenMembers.member })
      .from(seenMembers)
      .where(
        and(
          eq(seenMembers.workspaceId, workspaceId),
          sql`lower(${seenMembers.member} ->> 'uuid') = lower(${uuid})`,
        ),
      )
      .orderBy(desc(seenMembers.seenAt))
      .limit(1);
    return row?.member ?? null;
  }

  /** The newest sight of a member replaces the one before. */
  async function save(workspaceId: string, connectorId: string, members: readonly Member[]): Promise<void> {
    for (const member of members) {
      await db
        .insert(seenMembers)
        .values({ workspaceId, connectorId, memberId: member.id, member })
        .onConflictDoUpdate({
          target: [seenMembers.workspaceId, seenMembers.connectorId, seenMembers.memberId],
          set: { member, seenAt: sql`now()` },
        });
    }
  }
}
