/** Members as the console has seen them, in SQL: of AWS one by one, of Azure as whole lists. */
import { type Cloud, Member, type ScannerRegistration } from '@console/console-contract';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import * as z from 'zod/mini';
import { fieldByField, storedShape } from '../ports/stored-json.ts';
import { memberListings, seenMembers } from './tables.ts';

export type SeenMembers = ReturnType<typeof createSeenMembers>;
export type SeenList = { members: Member[]; seenAt: Date | null };

/** A field that has come since it was stored is not known, as one that the gateway left out. */
const storedMember = fieldByField(Member);
const oneMember = storedShape(storedMember);
const allMembers = storedShape(z.array(storedMember));

export function createSeenMembers(db: NodePgDatabase) {
  return { list, findByUuid, save, forget, clear, ...scannedAccounts(db), ...listings(db) };

  /** `seenAt` is when one of them was seen last; `null` when none was. One that cannot be read counts as not seen. */
  async function list(workspaceId: string, connectorId: string): Promise<SeenList> {
    const rows = await db
      .select({ member: seenMembers.member, seenAt: seenMembers.seenAt })
      .from(seenMembers)
      .where(and(eq(seenMembers.workspaceId, workspaceId), eq(seenMembers.connectorId, connectorId)))
      .orderBy(sql`lower(${seenMembers.member} ->> 'name')`);
    const newest = rows.reduce<Date | null>(
      (last, { seenAt }) => (last !== null && last > seenAt ? last : seenAt),
      null,
    );
    return { members: rows.flatMap(({ member }) => oneMember.read(member) ?? []), seenAt: newest };
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
    return oneMember.read(row?.member);
  }

  /** The newest sight of a member replaces the one before, but for an account that it leaves out. */
  async function save(workspaceId: string, connectorId: string, members: readonly Member[]): Promise<void> {
    for (const member of members) {
      await db
        .insert(seenMembers)
        .values({ workspaceId, connectorId, memberId: member.id, member })
        .onConflictDoUpdate({
          target: [seenMembers.workspaceId, seenMembers.connectorId, seenMembers.memberId],
          set: {
            member:
              member.accountId === null
                ? sql`jsonb_set(excluded.member, '{accountId}', coalesce(${seenMembers.member} -> 'accountId', 'null'))`
                : member,
            seenAt: sql`now()`,
          },
        });
    }
  }

  /** What was seen of a connector that was deleted: no user can ask for it any more. */
  async function forget(workspaceId: string, cloud: Cloud, connectorId: string): Promise<void> {
    const table = cloud === 'azure' ? memberListings : seenMembers;
    await db.delete(table).where(and(eq(table.workspaceId, workspaceId), eq(table.connectorId, connectorId)));
  }

  /** The workspace points to another gateway now, where the same ids name other connectors. */
  async function clear(workspaceId: string): Promise<void> {
    await db.delete(seenMembers).where(eq(seenMembers.workspaceId, workspaceId));
    await db.delete(memberListings).where(eq(memberListings.workspaceId, workspaceId));
  }
}

function scannedAccounts(db: NodePgDatabase) {
  return { saveAccounts };

  /** By the member's id, as the registration of the snapshot scanner names them: for members that were seen without one. */
  async function saveAccounts(workspaceId: string, scanned: ScannerRegistration['accounts']): Promise<void> {
    const named = JSON.stringify(Object.fromEntries(accountsByMember(scanned)));
    await db.execute(sql`
      update ${seenMembers} set member = jsonb_set(${seenMembers.member}, '{accountId}', named.value)
      from jsonb_each(${named}::jsonb) as named
      where ${seenMembers.workspaceId} = ${workspaceId} and ${seenMembers.memberId} = named.key
        and ${seenMembers.member} ->> 'accountId' is null`);
  }
}

export type MemberListing = { rows: Member[]; incomplete: boolean };

function listings(db: NodePgDatabase) {
  return {
    async saveListing(workspaceId: string, connectorId: string, listing: MemberListing): Promise<void> {
      const { rows, incomplete } = listing;
      await db
        .insert(memberListings)
        .values({ workspaceId, connectorId, rows, incomplete })
        .onConflictDoUpdate({
          target: [memberListings.workspaceId, memberListings.connectorId],
          set: { rows, incomplete, seenAt: sql`now()` },
        });
    },
    async findListing(
      workspaceId: string,
      connectorId: string,
    ): Promise<(MemberListing & { seenAt: Date }) | null> {
      const { rows, incomplete, seenAt } = memberListings;
      const [listing] = await db
        .select({ rows, incomplete, seenAt })
        .from(memberListings)
        .where(and(eq(memberListings.workspaceId, workspaceId), eq(memberListings.connectorId, connectorId)));
      const members = allMembers.read(listing?.rows);
      return listing === undefined || members === null ? null : { ...listing, rows: members };
    },
  };
}

/** One that stands there twice with different accounts is none. */
function accountsByMember(named: ScannerRegistration['accounts']): ReadonlyMap<string, string> {
  const accounts = new Map<string, string>();
  const unclear = new Set<string>();
  for (const { accountId, connectorId } of named) {
    if (connectorId === null || !/^\d{12}$/.test(accountId)) continue;
    if ((accounts.get(connectorId) ?? accountId) !== accountId) unclear.add(connectorId);
    accounts.set(connectorId, accountId);
  }
  for (const id of unclear) accounts.delete(id);
  return accounts;
}
