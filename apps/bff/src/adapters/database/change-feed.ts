/**
 * The change feed over the outbox: triggers in the database write it, so that no write can forget to, and Postgres' own NOTIFY brings each line
 * as it is committed. Lines that were written while the connection was cut are read when it is back.
 */
import pg from 'pg';
import type { Change, ChangeFeed } from '../../ports/change-feed.ts';
import type { Log } from '../../ports/log.ts';
import { toStoreError } from '../../ports/store-error.ts';

const channel = 'console_changes';
const pauseMilliseconds = 1000;
const topics: readonly Change['topic'][] = ['connectors', 'operations', 'freshness'];

/** Connects in the background and again whenever the connection is lost: hints are a convenience, never a condition. */
export function createChangeFeed(where: pg.ClientConfig, log: Pick<Log, 'warn'>): ChangeFeed {
  const listeners = new Set<(change: Change) => void>();
  let client: pg.Client | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;
  const tell = (change: Change) => {
    for (const listener of listeners) listener(change);
  };
  const reader = createOutboxReader(tell);
  const connecting = { now: connect() };

  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      closed = true;
      clearTimeout(retry);
      await connecting.now;
      await client?.end().catch(() => {});
    },
  };

  async function connect(): Promise<void> {
    // A pool hides its password from being copied along with the rest.
    const { password } = where;
    const next = new pg.Client({ ...where, password, application_name: 'connector-console-changes' });
    next.on('error', (error) => lost(next, error));
    next.on('end', () => lost(next, undefined));
    try {
      await next.connect();
      await reader.follow(next);
      client = next;
    } catch (error) {
      lost(next, error);
    }
  }

  function lost(gone: pg.Client, error: unknown): void {
    if (closed || (client !== undefined && client !== gone) || retry !== undefined) return;
    client = undefined;
    if (error !== undefined) log.warn({ state: toStoreError(error).state }, 'The change feed was cut');
    gone.removeAllListeners('end');
    gone.removeAllListeners('notification');
    gone.end().catch(() => {});
    retry = setTimeout(() => {
      retry = undefined;
      connecting.now = connect();
    }, pauseMilliseconds).unref();
  }
}

type Line = { number: number; topic: string; workspace: string };

/** Remembers how far the outbox was read, whichever connection it was read on. */
function createOutboxReader(tell: (change: Change) => void) {
  /** All lines up to this one are told; `null` before the first connection. */
  let reported: number | null = null;

  return { follow };

  /** Listens before it reads, so that no line falls between: one that is met both ways is told twice. */
  async function follow(client: pg.Client): Promise<void> {
    let caughtUp = false;
    client.on('notification', ({ payload = '' }) => {
      const line = readLine(payload);
      tellLine(line);
      // Before that, an earlier line may still have to be read.
      if (caughtUp) reported = Math.max(reported ?? 0, line.number);
    });
    await client.query(`listen ${channel}`);
    reported = reported === null ? await begin(client) : await catchUp(client, reported);
    caughtUp = true;
  }

  async function begin(client: pg.Client): Promise<number> {
    const { rows } = await client.query<{ newest: string }>(
      'select coalesce(max(number), 0) as newest from outbox',
    );
    tell({ topic: 'everything', workspace: null });
    return Number(rows[0]?.newest ?? 0);
  }

  /** However long the cut was: of lines that say the same the newest is never removed. */
  async function catchUp(client: pg.Client, from: number): Promise<number> {
    const { rows } = await client.query<{ number: string; topic: string; workspace: string }>(
      'select max(number) as number, topic, workspace_id as workspace from outbox where number > $1 group by topic, workspace_id order by 1',
      [from],
    );
    const lines = rows.map((row) => ({ ...row, number: Number(row.number) }));
    for (const line of lines) tellLine(line);
    return Math.max(from, ...lines.map(({ number }) => number));
  }

  function tellLine({ topic: name, workspace }: Line): void {
    const topic = topics.find((known) => known === name);
    if (topic !== undefined && workspace !== '') tell({ topic, workspace });
  }
}

/** `7:connectors:<workspace id>`, as the outbox's trigger writes it. */
function readLine(payload: string): Line {
  const [number, topic = '', workspace = ''] = payload.split(':');
  return { number: Number(number) || 0, topic, workspace };
}
