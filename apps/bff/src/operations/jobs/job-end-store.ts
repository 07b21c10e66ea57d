/** Jobs that runs have started, as the snapshot shows them: nothing is asked of the gateway for it. */
import { type Cloud, type ConnectorState, type JobState, unfinishedStates } from '@console/console-contract';
import { and, eq, inArray, not, type SQL, sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { connectors, errorsUnread, observations } from '../../connectors/tables.ts';
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
    const readInFull = sql`(${not(errorsUnread)} or ${connectors.stateSince} < now() - ${longestReading})`;
    return db
      .select({
        id: operations.id,
        cloud: operations.cloud,
        state: connectors.state,
        newestError: connectors.newestError,
      })
      .from(operations)
      .innerJoin(connectors, ofSameConnector)
      .where(and(isRunning, inArray(connectors.state, ['succeeded', 'errors']), moved, readInFull))
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

/** A job leaves its trace in the state or in the time of the last sync; what was asked for before the run tells nothing of it. */
const moved: SQL = sql`exists (
  select from ${observations}
  where ${observations.workspaceId} = ${operations.workspaceId} and ${observations.cloud} = ${operations.cloud}
    and ${observations.connectorId} = ${operations.connectorId} and ${observations.askedAt} >= ${operations.sentAt}
    and ${observations.changes} ?| array['state', 'last_sync'])`;
