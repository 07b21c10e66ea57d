/** Rows of the snapshot as they are written: from a list or from a detail, onto what is known already. */
import { type Cloud, unfinishedStates } from '@console/console-contract';
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { ListedConnector } from '../../ports/connector-gateway.ts';
import { excluded } from '../excluded.ts';
import { connectors } from '../tables.ts';

export const primaryKey = [connectors.workspaceId, connectors.cloud, connectors.id];

export function one(workspaceId: string, cloud: Cloud, id: string) {
  return and(eq(connectors.workspaceId, workspaceId), eq(connectors.cloud, cloud), eq(connectors.id, id));
}

/** Of an insert that met a row: that row was not asked for later. */
export const isNewer = sql`${connectors.askedAt} <= excluded.asked_at`;

type Sight = {
  /** `null` when it could not be learned. */
  enabled: boolean | null;
  askedAt: Date;
};

/** What any newer sight of a connector replaces as it is. A further fact that lists tell is a name here and a column. */
export const plainFacts = ['uuid', 'name', 'state', 'stateText', 'organizationId', 'capabilities'] as const;
type PlainFacts = Pick<ListedConnector, (typeof plainFacts)[number]>;

export function rowOf(
  workspaceId: string,
  row: Omit<ListedConnector, 'enabled'>,
  { enabled, askedAt }: Sight,
) {
  const { cloud, id, members } = row;
  const plain = Object.fromEntries(plainFacts.map((fact) => [fact, row[fact]] as const)) as PlainFacts;
  const seen = { stateSince: sql`now()`, seenAt: sql`now()`, askedAt };
  const times = { lastSync: dateOf(row.lastSync), ...seen };
  return { workspaceId, cloud, id, ...plain, members, enabled, ...times };
}

const sameState = sql`${connectors.state} = excluded.state and ${connectors.stateText} = excluded.state_text`;

const unfinished = inArray(excluded(connectors.state), [...unfinishedStates]);

const ofSameJob = sql`${sameState} or ${unfinished}`;

/**
 * No list reports the error of the last job, so it is read from the detail. It is dropped here once another job has ended, also when that
 * one ended in the same state, so that the detail is read again.
 */
const fromLastJob = {
  detailFor: sql`case when ${ofSameJob} then ${connectors.detailFor} end`,
  newestError: sql`case when ${ofSameJob} then ${connectors.newestError} end`,
  newestCause: sql`case when ${ofSameJob} then ${connectors.newestCause} end`,
};

/** What any newer sight of a connector replaces. The time of its state stays while the state does. */
export const fromAnySight = {
  ...Object.fromEntries(plainFacts.map((fact) => [fact, excluded(connectors[fact])])),
  // While a job waits or runs, what is known of the last one that ended stays: the gateway's answer does not tell it.
  lastSync: sql`case when ${unfinished} then coalesce(excluded.last_sync, ${connectors.lastSync}) else excluded.last_sync end`,
  enabled: sql`coalesce(excluded.enabled, ${connectors.enabled})`,
  ...fromLastJob,
  stateSince: sql`case when ${sameState} then ${connectors.stateSince} else now() end`,
  seenAt: sql`now()`,
  askedAt: excluded(connectors.askedAt),
};

/** A detail as it is kept: read while a job waits or runs it does not tell the last success, so what is known of it stays. */
export function storedDetail(newer: SQL): SQL {
  const success = sql`coalesce(${connectors.detail}->'lastSuccessfulSync', 'null'::jsonb)`;
  const works = inArray(sql`${newer}->>'state'`, [...unfinishedStates]);
  return sql`case when ${works} then jsonb_set(${newer}, '{lastSuccessfulSync}', ${success}) else ${newer} end`;
}

export function dateOf(time: string | null): Date | null {
  return time === null ? null : new Date(time);
}
