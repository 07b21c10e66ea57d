/** Starts the real console on a free port, with its own database, for tests that come in by the front door. */
import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import type { Role } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { type Logger, pino } from 'pino';
import { request } from 'undici';
import { createChangeFeed } from '../adapters/database/change-feed.ts';
import { watchDatabase } from '../adapters/database/health.ts';
import { createMoments } from '../adapters/database/moments.ts';
import { timingOf } from '../adapters/gateway/calls/timing.ts';
import { createConnectorGateways } from '../adapters/gateway/gateways.ts';
import { createPasswordHasher } from '../adapters/password-hasher.ts';
import { createKeyCheckStore } from '../adapters/vault/key-check-store.ts';
import { openVault } from '../adapters/vault/open-vault.ts';
import type { RetentionDays } from '../composition.ts';
import type { ConnectionLimits } from '../http/connections.ts';
import { createMetrics } from '../http/metrics.ts';
import { sessionCookieName } from '../http/session-cookie.ts';
import { parseKeyEncryptionKeys } from '../key-encryption-keys.ts';
import { sweepsWithinSettling } from '../operations/settlement/sweeper.ts';
import { Secret } from '../ports/secret.ts';
import { type RunningConsole, startConsole } from '../start-console.ts';
import { guardDials } from './dial-guard.ts';
import { createTestClock, type TestClock } from './test-clock.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export type BffOptions = {
  /** Shares a database with another console; else one of its own, dropped at the end. */
  database?: TestDatabase;
  /** host:port values that workspaces may point to, such as a simulator's. */
  gatewayHosts?: string[];
  publicUrl?: string;
  refreshSeconds?: number;
  settleSeconds?: number;
  /** Shorter than the usual ones, for what a slow gateway would have people wait for. */
  deadlines?: { read?: number; write?: number };
  keys?: string;
  /** How time passes for the console; a clock of its own unless said otherwise. */
  clock?: TestClock;
  /** Where the built pages are; those of the web app, if they are built, unless said otherwise. */
  webDir?: string;
  connectionLimits?: ConnectionLimits;
  /** Networks whose `X-Forwarded-For` is believed, for callers from many addresses. */
  trustedProxies?: string[];
  metricsToken?: string;
  retention?: Partial<RetentionDays>;
};

export type Answered = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
  text: string;
};
export type Sent = { body?: unknown; rawBody?: string; headers?: Record<string, string>; cookie?: string };

export type TestBff = Awaited<ReturnType<typeof startBff>>;

/** The password of all users in the tests. */
export const testPassword = 'correct horse battery staple';

export async function startBff(options: BffOptions = {}) {
  const database = options.database ?? (await createTestDatabase());
  const lines: string[] = [];
  const log = pino({ level: 'trace', base: null }, collector(lines));
  const dials = guardDials(database.db);
  const { clock = createTestClock(), settleSeconds = usualSettleSeconds } = options;
  const running = await startOn(database, log, { ...options, dials, clock, settleSeconds });

  return {
    url: running.url,
    console: running.console,
    database,
    clock,
    lookNow,
    logs: () => lines.join(''),
    send,
    signIn,
    close,
  };

  /** One call; `X-Console` is sent unless a header overrides it with an empty text. */
  async function send(method: string, path: string, sent: Sent = {}): Promise<Answered> {
    const body = sent.rawBody ?? (sent.body === undefined ? null : JSON.stringify(sent.body));
    const headers: Record<string, string> = {
      'x-console': '1',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(sent.cookie === undefined ? {} : { cookie: sent.cookie }),
      ...sent.headers,
    };
    if (headers['x-console'] === '') delete headers['x-console'];
    const answer = await request(running.url + path, { method: method as 'GET', headers, body });
    const text = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, body: parsed(text), text };
  }

  /** Sets the console up on the first call; afterwards signs in. Answers with the cookie to send along. */
  async function signIn(): Promise<string> {
    const token = await running.console.openSetup();
    const answer =
      token === null
        ? await send('POST', '/api/session', { body: { email: 'ada@example.test', password: testPassword } })
        : await send('POST', '/api/setup', {
            body: { token, name: 'Ada', email: 'ada@example.test', password: testPassword },
          });
    return cookieOf(answer);
  }

  /** Has the console look at once after changes whose answers were lost, as it does by itself when it is time. */
  async function lookNow(): Promise<void> {
    await database.db.execute(
      sql`update operations set next_check_at = now() where state in ('sent', 'unknown') and next_check_at > now()`,
    );
    clock.advance(settleSeconds / sweepsWithinSettling);
  }

  async function close(): Promise<void> {
    await running.stop();
    if (!options.database) await database.close();
    dials.assertNone();
  }
}

const usualRetention: RetentionDays = { activityDays: 400, operationDays: 90, draftDays: 180 };
/** As in production: a test that wants the console to look sooner says so by `lookNow`. */
const usualSettleSeconds = 90;
/** Nothing is refreshed by itself, however far a test moves the clock. */
const usualRefreshSeconds = 24 * 3600;

type Guarded = BffOptions & {
  dials: ReturnType<typeof guardDials>;
  clock: TestClock;
  settleSeconds: number;
};

async function startOn(database: TestDatabase, log: Logger, options: Guarded): Promise<RunningConsole> {
  return startConsole({
    db: options.dials.db,
    health: watchDatabase({ pool: database.pool, log }),
    vault: await openVault({
      keys: parseKeyEncryptionKeys(options.keys ?? someKey),
      dataDir: '',
      checks: createKeyCheckStore(database.pool),
      log,
    }),
    gateways: createConnectorGateways({
      allowedHosts: options.gatewayHosts ?? [],
      deadlines: options.deadlines ?? {},
      timing: timingOf(options.clock),
      onCall: options.dials.onCall,
    }),
    hasher: await createPasswordHasher(),
    clock: options.clock,
    feed: createChangeFeed(database.pool.options, log),
    moment: createMoments(database.pool),
    log,
    metrics: createMetrics(),
    metricsToken: options.metricsToken === undefined ? undefined : new Secret(options.metricsToken),
    settings: {
      ...(options.publicUrl === undefined ? {} : { publicUrl: new URL(options.publicUrl) }),
      gatewayHosts: options.gatewayHosts ?? [],
      refreshSeconds: options.refreshSeconds ?? usualRefreshSeconds,
      settleSeconds: options.settleSeconds,
      retention: { ...usualRetention, ...options.retention },
    },
    host: '127.0.0.1',
    port: 0,
    webDir: options.webDir ?? new URL('../../../web/dist', import.meta.url).pathname,
    connectionLimits: options.connectionLimits,
    trustedProxies: options.trustedProxies ?? [],
  });
}

/** The cookie of a user with that role. The console is set up by then. */
export async function signInAs({ database, send }: TestBff, role: Role): Promise<string> {
  const email = `${role}@example.test`;
  await database.db.execute(sql`
    insert into people (id, email, name, role, password_hash)
    select gen_random_uuid(), ${email}, ${role}, ${role}, password_hash from people where email = 'ada@example.test'
    on conflict do nothing`);
  return cookieOf(await send('POST', '/api/session', { body: { email, password: testPassword } }));
}

/** The session cookie that an answer sets, as the browser would send it back. */
export function cookieOf(answer: Answered): string {
  const [line = ''] = [answer.headers['set-cookie'] ?? ''].flat();
  return line.split(';')[0] ?? '';
}

/** The same session at another replica: on this machine each port has a cookie of its own name. */
export function cookieAt({ url }: TestBff, cookie: string): string {
  return cookie.replace(/^[^=]+/, sessionCookieName(new URL(url)));
}

const someKey = `test:${randomBytes(32).toString('base64')}`;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function collector(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
}
