/** `Jobs` kept by pg-boss in the console's own database, in a schema of its own. */
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Jobs } from '../../ports/jobs.ts';
import type { Log } from '../../ports/log.ts';
import { toStoreError } from '../../ports/store-error.ts';

export const jobSchema = 'jobs';

type Work = (subject: string) => Promise<void>;
type Subject = { subject: string };

const usualPollSeconds = 1;
/** A process that dies is noticed after so long, and its job is given to another. */
const heartbeatSeconds = 20;
const stopMilliseconds = 20_000;

export function createJobs(pool: pg.Pool, log: Log, pollSeconds = usualPollSeconds): Jobs {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => pool.query(text, values) },
    schema: jobSchema,
    schedule: false,
    monitorIntervalSeconds: heartbeatSeconds,
    // Its tables hold a handful of rows.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log.warn({ state: toStoreError(error).state }, 'Background job failed'));
  const works = new Map<string, Work>();

  return {
    handle: (kind, work) => {
      works.set(kind, work);
    },
    async ask(kind, subject, afterMilliseconds = 0) {
      const startAfter = new Date(Date.now() + afterMilliseconds);
      const data: Subject = { subject };
      const send = () => boss.send(kind, data, { singletonKey: subject, startAfter });
      if ((await send()) !== null) return;
      const waiting = await boss.findJobs(kind, { key: subject, queued: true });
      const later = waiting.filter((job) => job.startAfter > startAfter);
      if (later.length === 0) return;
      await boss.deleteJob(
        kind,
        later.map(({ id }) => id),
      );
      await send();
    },
    async start() {
      await boss.start();
      for (const [kind, work] of works) {
        await boss.createQueue(kind, queueOptions);
        const options = { pollingIntervalSeconds: pollSeconds, localConcurrency: 4, batchSize: 1 };
        await boss.work<Subject>(kind, options, async (jobs) => {
          for (const { data } of jobs) await work(data.subject);
        });
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: stopMilliseconds, close: false }),
  };
}

/** `short`: one job waits for a subject at most, so that asking twice does not double the work. */
const queueOptions = {
  policy: 'short',
  heartbeatSeconds,
  expireInSeconds: 23 * 60 * 60,
  retryLimit: 1000,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 300,
  retentionSeconds: 30 * 24 * 60 * 60,
  deleteAfterSeconds: 24 * 60 * 60,
} as const;
