/** Brings one cloud's rows in line with its list, writing only what differs: ten thousand unchanged rows cost one read. */
import { type Cloud, type ConnectorSummary, unfinishedStates } from '@console/console-contract';
import { and, eq, inArray, lt, not, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { ListedConnector } from '../../ports/connector-gateway.ts';
import { excluded } from '../excluded.ts';
import { connectors, deletedConnectors } from '../tables.ts';
import { type AskedAt, isForgotten, type Transaction, writeAnswer } from './overtaken.ts';
import { dateOf, fromAnySight, isNewer, plainFacts, primaryKey, rowOf } from './snapshot-rows.ts';
import { summaryColumns, toSummary } from './summary.ts';

/** One cloud's list as read. `disabled` is `null` when that query failed: then what was known stays. */
export type CloudListing = {
  rows: ListedConnector[];
  incomplete: boolean;
  disabled: Set<string> | null;
  /** What was asked for since is newer. */
  askedAt: AskedAt;
};

export type ObserveList = (workspaceId: string, cloud: Cloud, listing: CloudListing) => Promise<void>;

/**
 * Rows the list no longer has stay: it may show less than there is, to a client whose tags were narrowed. Unless it was cut short, their
 * details are asked for, and only a gateway that does not know one of them any more has it removed.
 */
export function createObserveList(db: NodePgDatabase): ObserveList {
  return (workspaceId, cloud, listing) =>
    writeAnswer(db, { workspaceId, source: 'list', askedAt: listing.askedAt }, async (tx) => {
      if (await isForgotten(tx, { workspaceId, cloud }, listing.askedAt)) return;
      const ofCloud = and(eq(connectors.workspaceId, workspaceId), eq(connectors.cloud, cloud));
      const { goneCheckAt } = connectors;
      const before = await tx
        .select({ summary: summaryColumns, goneCheckAt })
        .from(connectors)
        .where(ofCloud);
      const known = new Map(before.map(({ summary }) => [summary.id, toSummary(summary)]));
      const deleted = await deletedIds(tx, workspaceId, cloud);
      const rows = listing.rows.filter(({ id }) => !deleted.has(id));
      await writeChanged(tx, workspaceId, { listing: { ...listing, rows }, known });
      const listed = new Set(listing.rows.map(({ id }) => id));
      const missed = new Set(before.flatMap((row) => (row.goneCheckAt === null ? [] : [row.summary.id])));
      const back = [...missed].filter((id) => listed.has(id));
      const gone = [...known.keys()].filter((id) => !missed.has(id) && !listed.has(id));
      const older = and(lt(connectors.askedAt, listing.askedAt), not(isKept));
      for (const ids of inParts(back, 5000)) {
        await tx
          .update(connectors)
          .set({ goneCheckAt: null, unlistedSince: null })
          .where(and(ofCloud, inArray(connectors.id, ids)));
      }
      for (const ids of inParts(listing.incomplete ? [] : gone, 5000)) {
        const these = and(ofCloud, inArray(connectors.id, ids), older);
        await tx.update(connectors).set({ goneCheckAt: sql`now()`, unlistedSince: sql`now()` }).where(these);
      }
    });
}

/** Created through the console a moment ago. */
const isKept = sql`coalesce(${connectors.keptUntil} > now(), false)`;

/** Deleted through the console a moment ago: lists that lag behind do not bring them back. Older ones are forgotten. */
async function deletedIds(tx: Transaction, workspaceId: string, cloud: Cloud): Promise<ReadonlySet<string>> {
  const ofCloud = and(eq(deletedConnectors.workspaceId, workspaceId), eq(deletedConnectors.cloud, cloud));
  await tx
    .delete(deletedConnectors)
    .where(and(ofCloud, lt(deletedConnectors.deletedAt, sql`now() - interval '10 minutes'`)));
  const rows = await tx.select({ id: deletedConnectors.id }).from(deletedConnectors).where(ofCloud);
  return new Set(rows.map(({ id }) => id));
}

type Known = Map<string, ConnectorSummary>;
type Comparison = { listing: CloudListing; known: Known };

async function writeChanged(tx: Transaction, workspaceId: string, { listing, known }: Comparison) {
  const { rows, disabled, askedAt } = listing;
  const changed = rows.filter((row) => differs(known.get(row.id), row, disabled));
  const set = { ...fromAnySight, members: excluded(connectors.members) };
  for (const part of inParts(changed, 500)) {
    const values = part.map((row) => rowOf(workspaceId, row, { enabled: enabledOf(row, disabled), askedAt }));
    await tx
      .insert(connectors)
      .values(values)
      .onConflictDoUpdate({ target: primaryKey, set, setWhere: isNewer });
  }
}

function differs(known: ConnectorSummary | undefined, row: ListedConnector, disabled: Set<string> | null) {
  if (known === undefined) return true;
  const enabled = enabledOf(row, disabled) ?? known.enabled;
  return (
    known.enabled !== enabled ||
    known.members !== row.members ||
    plainFacts.some((fact) => !isSame(known[fact], row[fact])) ||
    (!unfinishedStates.includes(row.state) &&
      known.lastSync !== (dateOf(row.lastSync)?.toISOString() ?? null))
  );
}

function enabledOf(row: ListedConnector, disabled: Set<string> | null): boolean | null {
  if (row.enabled === false) return false;
  return disabled === null ? null : !disabled.has(row.id);
}

function isSame(one: unknown, other: unknown): boolean {
  const both = Array.isArray(one) && Array.isArray(other);
  return both ? one.join('\0') === other.join('\0') : one === other;
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < all.length; start += size) parts.push(all.slice(start, start + size));
  return parts;
}
