/** Members of AWS connectors that the console has seen, in SQL. */
import type { Member } from '@console/console-contract';
import { and, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { seenMembers } from './tables.ts';

export type SeenMembers = ReturnType<typeof createSeenMembers>;

export function createSeenMembers(db: NodePgDatabase) {
  return { list, save };

  async function list(workspaceId: string, connectorId: string): Promise<Member[]> {
    const rows = await db
      .select({ member: seenMembers.member })
      .from(seenMembers)
      .where(and(eq(seenMembers.workspaceId, workspaceId), eq(seenMembers.connectorId, connectorId)))
      .orderBy(sql`lower(${seenMembers.member} ->> 'name')`);
    return rows.map(({ member }) => member);
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
