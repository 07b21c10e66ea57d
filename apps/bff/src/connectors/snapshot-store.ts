/** The snapshot in SQL: what each connector looked like when the console saw it last. */
import type { Cloud, Connector, ConnectorSummary } from '@console/console-contract';
import { and, asc, desc, eq, inArray, lt, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { ListedConnector } from '../ports/connector-gateway.ts';
import { excluded } from './excluded.ts';
import { summaryColumns, toSummary } from './summary.ts';
import { connectors } from './tables.ts';

/** One cloud's list as read. `disabled` is `null` when that query failed: then what was known stays. */
export type CloudListing = {
  rows: ListedConnector[];
  incomplete: boolean;
  disabled: Set<string> | null;
  /** The database's time before the list was asked for: rows written since are newer than the list. */
  askedAt: Date;
};

export type DueDetail = { cloud: Cloud; id: string; detailFor: string };
export type DetailFacts = { detail: Connector; newestError: string | null };
export type RememberedDetail = { summary: ConnectorSummary; detail: Connector | null; asOf: Date };
export type SnapshotStore = ReturnType<typeof createSnapshotStore>;

/** State and sync decide whether a detail is outdated: nothing else in a row moves without one of them. */
const detailKey = sql<string>`concat(${connectors.stateText}, '@', extract(epoch from ${connectors.lastSync}))`;
const sameState = sql`${connectors.state} = excluded.state and ${connectors.stateText} = excluded.state_text`;
const stateSince = sql`case when ${sameState} then ${connectors.stateSince} else now() end`;

export function createSnapshotStore(db: NodePgDatabase) {
  return { list, find, saveListing, saveReading, listDue, saveDetail, skipDetail, remove };

  async function list(workspaceId: string): Promise<ConnectorSummary[]> {
    const rows = await db
      .select(summaryColumns)
      .from(connectors)
      .where(eq(connectors.workspaceId, workspaceId))
      .orderBy(sql`lower(${connectors.name})`, asc(connectors.cloud), asc(connectors.id));
    return rows.map(toSummary);
  }

  async function find(workspaceId: string, cloud: Cloud, id: string): Promise<RememberedDetail | null> {
    const [row] = await db
      .select({
        summary: summaryColumns,
        detail: connectors.detail,
        detailAt: connectors.detailAt,
        seenAt: connectors.seenAt,
      })
      .from(connectors)
      .where(one(workspaceId, cloud, id));
    if (row === undefined) return null;
    return { summary: toSummary(row.summary), detail: row.detail, asOf: row.detailAt ?? row.seenAt };
  }

  /** Writes only what differs: ten thousand unchanged rows cost one read and no write. */
  async function saveListing(workspaceId: string, cloud: Cloud, listing: CloudListing): Promise<void> {
    await db.transaction(async (tx) => {
      const before = await tx
        .select(summaryColumns)
        .from(connectors)
        .where(and(eq(connectors.workspaceId, workspaceId), eq(connectors.cloud, cloud)));
      const known = new Map(before.map((row) => [row.id, toSummary(row)]));
      const changed = listing.rows.filter((row) => differs(known.get(row.id), row, listing.disabled));
      for (const part of inParts(changed, 500)) {
        const values = part.map((row) => rowOf(workspaceId, row, listing.disabled));
        await tx
          .insert(connectors)
          .values(values)
          .onConflictDoUpdate({ target: primaryKey, set: fromListing });
      }
      if (listing.incomplete) return;
      const listed = new Set(listing.rows.map(({ id }) => id));
      for (const part of inParts(
        [...known.keys()].filter((id) => !listed.has(id)),
        5000,
      )) {
        await tx
          .delete(connectors)
          .where(
            and(
              eq(connectors.workspaceId, workspaceId),
              eq(connectors.cloud, cloud),
              inArray(connectors.id, part),
              lt(connectors.seenAt, listing.askedAt),
            ),
          );
      }
    });
  }

  /** A detail read just now is newer than the list, so it moves the row as well, and creates it when it was not there. */
  async function saveReading(workspaceId: string, detail: Connector): Promise<void> {
    const enabled = detail.enabled === false ? new Set([detail.id]) : new Set<string>();
    const row = rowOf(workspaceId, { ...detail, members: null }, detail.enabled === null ? null : enabled);
    const seen = { ...row, nextSync: dateOf(detail.nextSync), detail, detailAt: sql`now()` };
    await db.insert(connectors).values(seen).onConflictDoUpdate({ target: primaryKey, set: fromReading });
  }

  /** Details that are missing or older than the row's state and sync; connectors with errors first. */
  async function listDue(workspaceId: string, most: number): Promise<DueDetail[]> {
    return db
      .select({ cloud: connectors.cloud, id: connectors.id, detailFor: detailKey })
      .from(connectors)
      .where(
        and(
          eq(connectors.workspaceId, workspaceId),
          sql`${connectors.detailFor} is distinct from ${detailKey}`,
        ),
      )
      .orderBy(desc(sql`${connectors.state} = 'errors'`), sql`${connectors.detailAt} nulls first`)
      .limit(most);
  }

  async function saveDetail(workspaceId: string, due: DueDetail, facts: DetailFacts): Promise<void> {
    const { detail, newestError } = facts;
    const nextSync = dateOf(detail.nextSync);
    const seen = { detail, newestError, nextSync, detailFor: due.detailFor, detailAt: sql`now()` };
    await db
      .update(connectors)
      .set(seen)
      .where(one(workspaceId, due.cloud, due.id));
  }

  /** A detail that cannot be read is not asked for again until the connector changes. */
  async function skipDetail(workspaceId: string, { cloud, id, detailFor }: DueDetail): Promise<void> {
    await db
      .update(connectors)
      .set({ detailFor })
      .where(one(workspaceId, cloud, id));
  }

  async function remove(workspaceId: string, cloud: Cloud, id: string): Promise<void> {
    await db.delete(connectors).where(one(workspaceId, cloud, id));
  }
}

const primaryKey = [connectors.workspaceId, connectors.cloud, connectors.id];

const fromAnySight = {
  uuid: excluded(connectors.uuid),
  name: excluded(connectors.name),
  state: excluded(connectors.state),
  stateText: excluded(connectors.stateText),
  organizationId: excluded(connectors.organizationId),
  capabilities: excluded(connectors.capabilities),
  lastSync: excluded(connectors.lastSync),
  enabled: sql`coalesce(excluded.enabled, ${connectors.enabled})`,
  newestError: sql`case when ${sameState} then ${connectors.newestError} end`,
  seenAt: sql`now()`,
  stateSince,
};
const fromListing = { ...fromAnySight, members: excluded(connectors.members) };
// The last job's errors are read by the collector alone, so a connector that came into errors stays due.
const fromReading = {
  ...fromAnySight,
  nextSync: excluded(connectors.nextSync),
  detail: excluded(connectors.detail),
  detailAt: excluded(connectors.detailAt),
};

function one(workspaceId: string, cloud: Cloud, id: string) {
  return and(eq(connectors.workspaceId, workspaceId), eq(connectors.cloud, cloud), eq(connectors.id, id));
}

function rowOf(workspaceId: string, row: ListedConnector, disabled: Set<string> | null) {
  const { cloud, id, uuid, name, state, stateText, organizationId, capabilities, members } = row;
  const enabled = disabled === null ? null : !disabled.has(id);
  const times = { lastSync: dateOf(row.lastSync), stateSince: sql`now()`, seenAt: sql`now()` };
  const words = { uuid, name, state, stateText, organizationId, capabilities, members, enabled };
  return { workspaceId, cloud, id, ...words, ...times };
}

function differs(known: ConnectorSummary | undefined, row: ListedConnector, disabled: Set<string> | null) {
  if (known === undefined) return true;
  const enabled = disabled === null ? known.enabled : !disabled.has(row.id);
  return (
    known.enabled !== enabled ||
    known.uuid !== row.uuid ||
    known.name !== row.name ||
    known.state !== row.state ||
    known.stateText !== row.stateText ||
    known.organizationId !== row.organizationId ||
    known.members !== row.members ||
    known.capabilities.join('\0') !== row.capabilities.join('\0') ||
    known.lastSync !== (dateOf(row.lastSync)?.toISOString() ?? null)
  );
}

function dateOf(time: string | null): Date | null {
  return time === null ? null : new Date(time);
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let start = 0; start < all.length; start += size) parts.push(all.slice(start, start + size));
  return parts;
}
