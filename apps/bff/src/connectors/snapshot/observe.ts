/**
 * The only code that writes the snapshot (with `observe-list.ts`; the house rules see to it). Whatever was seen comes with the time at
 * which it was asked for, and facts merge by that time: an answer that was long on its way undoes nothing that was seen since.
 */
import type { Cloud, Connector, ConnectorState } from '@console/console-contract';
import { and, eq, inArray, isNotNull, lte, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { excluded } from '../excluded.ts';
import {
  cloudFreshness,
  connectorSecrets,
  connectors,
  deletedConnectors,
  detailKey,
  storedSpecs,
} from '../tables.ts';
import { createObserveList } from './observe-list.ts';
import { type AskedAt, isOvertaken, type Sighting, writeAnswer, writeRemoval } from './overtaken.ts';
import { dateOf, fromAnySight, isNewer, one, primaryKey, rowOf, storedDetail } from './snapshot-rows.ts';
import type { DueDetail } from './snapshot-store.ts';

/** `newestError` is left out while a job waits or runs: that of the last one that ended stays. */
export type LastJobFacts = { askedAt: AskedAt; state: ConnectorState; newestError?: string | null };
type ReadingOf = Sighting & { source: 'detail' | 'own change'; askedAt: AskedAt };
export type Observer = ReturnType<typeof createObserver>;

/** What an error of a job most likely means, in few words; `null` where that is not known. */
export type CauseOf = (message: string, cloud: Cloud) => string | null;

export function createObserver(db: NodePgDatabase, causeOf: CauseOf) {
  const list = createObserveList(db);
  return { list, ...observeOne(db), ...observeDetails(db, causeOf), ...observeOwnChanges(db) };
}

function observeOne(db: NodePgDatabase) {
  return { now, reading, absent };

  /** To be asked for before the gateway is chosen: then a workspace that moves meanwhile overtakes the answer. */
  async function now(): Promise<AskedAt> {
    const { rows } = await db.execute<{ now: number }>(
      sql`select (extract(epoch from now()) * 1000)::float8 as now`,
    );
    return new Date(rows[0]?.now ?? 0);
  }

  /** One connector as the gateway shows it. It stays due for the collector, which alone reads the last job's errors. */
  async function reading(sighting: ReadingOf, detail: Connector): Promise<void> {
    const { workspaceId, askedAt } = sighting;
    await writeAnswer(db, sighting, async (tx) => {
      const { cloud, id } = detail;
      if (await isOvertaken(tx, { workspaceId, cloud, id }, askedAt)) return;
      const row = rowOf(workspaceId, { ...detail, members: null }, { enabled: detail.enabled, askedAt });
      const seen = { ...row, nextSync: dateOf(detail.nextSync), detail, detailAt: sql`now()` };
      const set = {
        ...fromAnySight,
        nextSync: excluded(connectors.nextSync),
        detail: storedDetail(excluded(connectors.detail)),
        detailAt: excluded(connectors.detailAt),
      };
      const whatIsOlder = { target: primaryKey, set, setWhere: isNewer };
      await tx.insert(connectors).values(seen).onConflictDoUpdate(whatIsOlder);
    });
  }

  /** The gateway does not know it. */
  async function absent(workspaceId: string, cloud: Cloud, id: string, askedAt: AskedAt): Promise<void> {
    await writeAnswer(db, { workspaceId, source: 'detail', askedAt }, (tx) =>
      tx.delete(connectors).where(and(one(workspaceId, cloud, id), lte(connectors.askedAt, askedAt))),
    );
  }
}

/** Of one that the list does not have and the gateway still knows: every few hours is often enough for what another user deletes. */
const checkedAgain = sql`case when ${connectors.goneCheckAt} is not null then now() + interval '6 hours' end`;

function observeDetails(db: NodePgDatabase, causeOf: CauseOf) {
  return { lastJob, unreadable, explainAnew };

  /** What was learned of a due connector's last job. Its error stands beside no other state than the one it was read for. */
  async function lastJob(workspaceId: string, due: DueDetail, facts: LastJobFacts): Promise<void> {
    const { askedAt, state, newestError } = facts;
    const detailFor = state === due.state ? due.detailFor : detailKey;
    const newestCause = newestError ? causeOf(newestError, due.cloud) : newestError;
    await writeAnswer(db, { workspaceId, source: 'last job', askedAt }, (tx) =>
      tx
        .update(connectors)
        .set({ newestError, newestCause, detailFor, goneCheckAt: checkedAgain })
        .where(one(workspaceId, due.cloud, due.id)),
    );
  }

  /** At a start: another version of the console may explain errors in other words, or explain more of them. */
  async function explainAnew(): Promise<void> {
    const { cloud, newestError, newestCause } = connectors;
    const explained = await db
      .selectDistinct({ cloud, newestError, newestCause })
      .from(connectors)
      .where(isNotNull(newestError));
    const anew = explained.flatMap(({ cloud: of, newestError: message, newestCause: before }) => {
      const cause = message === null ? null : causeOf(message, of);
      return cause === before ? [] : [{ cloud: of, message, cause }];
    });
    if (anew.length === 0) return;
    await db.execute(sql`
      update ${connectors} set newest_cause = anew.cause
      from jsonb_to_recordset(${JSON.stringify(anew)}::jsonb) as anew (cloud text, message text, cause text)
      where ${cloud} = anew.cloud and ${newestError} = anew.message`);
  }

  /** A detail that cannot be read is not asked for again until the connector changes. */
  async function unreadable(workspaceId: string, { cloud, id, detailFor }: DueDetail): Promise<void> {
    await db
      .update(connectors)
      .set({ detailFor, goneCheckAt: checkedAgain })
      .where(one(workspaceId, cloud, id));
  }
}

function observeOwnChanges(db: NodePgDatabase) {
  return { enabled, keep, deleted, forgetAll };

  /** Azure connectors that the console has just enabled or disabled together, as a list of the disabled ones shows them. */
  async function enabled(workspaceId: string, ids: readonly string[], value: boolean): Promise<void> {
    if (ids.length === 0) return;
    const ofCloud = and(eq(connectors.workspaceId, workspaceId), eq(connectors.cloud, 'azure'));
    await writeAnswer(db, { workspaceId, source: 'own change' }, (tx) =>
      tx
        .update(connectors)
        .set({ enabled: value, seenAt: sql`now()`, askedAt: sql`now()` })
        .where(and(ofCloud, inArray(connectors.id, [...ids]))),
    );
  }

  /** The gateway's list may lag behind what it has just created. */
  async function keep(workspaceId: string, cloud: Cloud, id: string): Promise<void> {
    await db
      .update(connectors)
      .set({ keptUntil: sql`now() + interval '10 minutes'` })
      .where(one(workspaceId, cloud, id));
  }

  /** By the console itself: removed together with what was entered, and a list that still has it is not believed. */
  async function deleted(workspaceId: string, cloud: Cloud, id: string): Promise<void> {
    await writeRemoval(db, { workspaceId, source: 'own change' }, async (tx) => {
      await tx.delete(connectors).where(one(workspaceId, cloud, id));
      for (const table of [storedSpecs, connectorSecrets]) {
        const ofConnector = and(eq(table.cloud, cloud), eq(table.connectorId, id));
        await tx.delete(table).where(and(eq(table.workspaceId, workspaceId), ofConnector));
      }
      await tx.insert(deletedConnectors).values({ workspaceId, cloud, id }).onConflictDoNothing();
    });
  }

  /** Everything that was seen or entered, and how old it is: the workspace points to another gateway now. */
  async function forgetAll(workspaceId: string): Promise<void> {
    await writeRemoval(db, { workspaceId, source: 'move' }, async (tx) => {
      for (const table of [connectors, cloudFreshness, storedSpecs, connectorSecrets, deletedConnectors]) {
        await tx.delete(table).where(eq(table.workspaceId, workspaceId));
      }
      const forgottenAt = sql`clock_timestamp()`;
      await tx.insert(cloudFreshness).values([
        { workspaceId, cloud: 'azure', forgottenAt },
        { workspaceId, cloud: 'aws', forgottenAt },
      ]);
    });
  }
}
