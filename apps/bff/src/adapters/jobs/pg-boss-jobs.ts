/** `Jobs` kept by pg-boss in the console's own database, in a schema of its own. */
import type pg from 'pg';
import { PgBoss } from 'pg-boss';
import type { Jobs } from '../../ports/jobs.ts';
import type { Log } from '../../ports/log.ts';
import { toStoreError } from '../../ports/store-error.ts';

export const jobSchema = 'jobs';

type Work = (subject: string) => Promise<void>;
type Request = { kind: string; subject: string };

/** One for all kinds of work: every queue that is looked into costs four queries a second, work or not. */
const queue = 'work';

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
      const data: Request = { kind, subject };
      const key = `${kind}/${subject}`;
      const send = () => boss.send(queue, data, { singletonKey: key, startAfter });
      if ((await send()) !== null) return;
      const waiting = await boss.findJobs(queue, { key, queued: true });
      const later = waiting.filter((job) => job.startAfter > startAfter);
      if (later.length === 0) return;
      await boss.deleteJob(
        queue,
        later.map(({ id }) => id),
      );
      await send();
    },
    async start() {
      await boss.start();
      await boss.createQueue(queue, queueOptions);
      // A bulk holds one for as long as it has something to send: some must be left for other kinds of work.
      const options = { pollingIntervalSeconds: pollSeconds, localConcurrency: 16, batchSize: 1 };
      await boss.work<Request>(queue, options, async (jobs) => {
        for (const { data } of jobs) await work(data);
      });
    },
    stop: () => boss.stop({ graceful: true, timeout: stopMilliseconds, close: false }),
  };

  async function work({ kind, subject }: Request): Promise<void> {
    const doing = works.get(kind);
    // A newer replica's: it is tried again, until that one takes it.
    if (doing === undefined) throw new Error('This version of the console does no such work.');
    await doing(subject);
  }
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
