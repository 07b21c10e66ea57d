/** The change feed over Postgres' own LISTEN and NOTIFY: triggers in the database tell, so that no write can forget to. */
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
    next.on('notification', ({ payload }) => {
      const change = readChange(payload ?? '');
      if (change !== null) tell(change);
    });
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
      client = next;
      tell({ topic: 'everything', workspace: null });
    } catch (error) {
      lost(next, error);
    }
  }

  function lost(gone: pg.Client, error: unknown): void {
    if (closed || (client !== undefined && client !== gone) || retry !== undefined) return;
    client = undefined;
    if (error !== undefined) log.warn({ state: toStoreError(error).state }, 'The change feed was cut');
    gone.removeAllListeners('end');
    gone.end().catch(() => {});
    retry = setTimeout(() => {
      retry = undefined;
      connecting.now = connect();
    }, pauseMilliseconds).unref();
  }
}

/** `connectors:<workspace id>`, as the triggers write it. */
function readChange(payload: string): Change | null {
  const [name, workspace] = payload.split(':');
  const topic = topics.find((known) => known === name);
  return topic === undefined || !workspace ? null : { topic, workspace };
}
