/** Jobs that runs have started, as the snapshot shows them: nothing is asked of the gateway for it. */
import { type Cloud, type ConnectorState, type JobState, unfinishedStates } from '@console/console-contract';
import { and, desc, eq, gte, inArray, not, or, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { connectors, detailKey, observations } from '../../connectors/tables.ts';
import { operations } from '../tables.ts';

export type EndedJob = { id: string; cloud: Cloud; state: ConnectorState; newestError: string | null };
export type JobEnd = { state: JobState; error: string | null; cause: string | null };
export type JobEndStore = ReturnType<typeof createJobEndStore>;

/** Of a round; the next one takes the rest. */
const mostAtOnce = 1000;
/** An error that cannot be read for so long is not waited for. */
const longestReading = sql`interval '10 minutes'`;
/** A gateway that has shown nothing of a job for so long will not. */
const longestSilence = sql`interval '2 hours'`;

export function createJobEndStore(db: NodePgDatabase) {
  return { ended, end, giveUp };

  /** Those whose connector has moved since the run was sent and has come to an end. A state that the console does not know is none. */
  async function ended(): Promise<EndedJob[]> {
    const newest = newestMove(db);
    const tooOldToWait = sql`${newest.at} < now() - ${longestReading}`;
    return db
      .select({
        id: operations.id,
        cloud: operations.cloud,
        state: connectors.state,
        newestError: sql<string | null>`case when ${isRead} then ${connectors.newestError} end`,
      })
      .from(operations)
      .innerJoin(connectors, ofSameConnector)
      .innerJoinLateral(newest, gte(newest.askedAt, operations.sentAt))
      .where(and(isRunning, inArray(connectors.state, ['succeeded', 'errors']), or(isRead, tooOldToWait)))
      .limit(mostAtOnce);
  }

  async function end(id: string, { state, error, cause }: JobEnd): Promise<void> {
    await db
      .update(operations)
      .set({ jobState: state, jobEndedAt: sql`now()`, jobError: error, jobCause: cause })
      .where(and(eq(operations.id, id), isRunning));
  }

  /** What was never seen to run or to end is not known; a connector that still works is waited for. */
  async function giveUp(): Promise<void> {
    const working = sql`exists (select from ${connectors} where ${ofSameConnector} and ${inArray(connectors.state, [...unfinishedStates])})`;
    await db
      .update(operations)
      .set({ jobState: 'unknown', jobEndedAt: sql`now()` })
      .where(and(isRunning, sql`${operations.settledAt} < now() - ${longestSilence}`, not(working)));
  }
}

const isRunning = eq(operations.jobState, 'running');

const ofSameConnector = and(
  eq(connectors.workspaceId, operations.workspaceId),
  eq(connectors.cloud, operations.cloud),
  eq(connectors.id, operations.connectorId),
);

/** The error that the row has is that of the job it tells of: until its detail is read it may be that of the job before. */
const isRead = sql`(${connectors.state} <> 'errors' or ${connectors.detailFor} is not distinct from ${detailKey})`;

/**
 * A job leaves its trace in the state or in the time of the last sync; what was asked for before the run tells nothing of it, nor does a
 * connector that only came back to the list. The newest trace of a connector is enough: it is found from the end of the index, however
 * long the history is.
 */
function newestMove(db: NodePgDatabase) {
  const { askedAt, at, workspaceId, cloud, connectorId, event, changes, id } = observations;
  const ofConnector = and(
    eq(workspaceId, connectors.workspaceId),
    eq(cloud, connectors.cloud),
    eq(connectorId, connectors.id),
  );
  return db
    .select({ askedAt, at })
    .from(observations)
    .where(and(ofConnector, eq(event, 'changed'), sql`${changes} ?| array['state', 'last_sync']`))
    .orderBy(desc(id))
    .limit(1)
    .as('newest_move');
}
