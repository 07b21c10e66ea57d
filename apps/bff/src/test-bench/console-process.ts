/** The whole console as a process of its own on a test's database, for tests that kill it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Endpoint, pathOf } from '@console/console-contract';
import { request } from 'undici';
import type { TestDatabase } from './test-database.ts';

export type ConsoleHome = Awaited<ReturnType<typeof makeConsoleHome>>;
export type ConsoleProcess = Awaited<ReturnType<ConsoleHome['start']>>;

const admin = { email: 'ada@example.test', password: 'correct horse battery staple' };

/** Where one console lives from start to start: database, keys, port. `start` waits until it listens. */
export async function makeConsoleHome(database: TestDatabase, gatewayHost: string, keys: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'console-home-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    PATH: process.env.PATH,
    // Where it is set, a console loads in three quarters of the time.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    CONSOLE_DATABASE_URL: database.url,
    CONSOLE_DATA_DIR: dataDir,
    CONSOLE_KEYS: keys,
    CONSOLE_PORT: String(port),
    CONSOLE_GATEWAY_HOSTS: gatewayHost,
    CONSOLE_SETTLE_SECONDS: '2',
    CONSOLE_REFRESH_SECONDS: '3600',
    CONSOLE_ADMIN_EMAIL: admin.email,
    CONSOLE_ADMIN_PASSWORD: admin.password,
  };
  // The session outlives the process that gave it: one sign-in is enough for all starts.
  const session: { cookie?: string } = {};
  return {
    /** `faultOnSignal` plants a fault from outside that `fault` sets off; the product itself has none to offer. */
    start: ({ faultOnSignal = false } = {}) =>
      startProcess(url, faultOnSignal ? { ...env, NODE_OPTIONS: plantedFault } : env, session),
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

const fault = "process.on('SIGUSR2', () => { throw new Error('canary-of' + '-a-fault'); });";
const plantedFault = `--import=data:text/javascript,${encodeURIComponent(fault)}`;

async function startProcess(
  url: string,
  env: Record<string, string | undefined>,
  session: { cookie?: string },
) {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')));
  const exited = once(child, 'exit');
  const listening = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      output.push(`${line}\n`);
      if (line.includes('"listening"')) resolve();
    });
  });
  const first = await Promise.race([listening.then(() => 'listening'), exited.then(() => 'ended')]);
  if (first === 'ended') throw new Error('The console of the test ended before it listened.');
  session.cookie ??= await signIn(url);
  const { cookie } = session;
  return {
    /** Calls an endpoint; what it answered is for the caller to read. Rejects when the console dies meanwhile. */
    async call(endpoint: Endpoint, params: Record<string, string>, body?: object): Promise<unknown> {
      const headers = { 'x-console': '1', cookie, 'content-type': 'application/json' };
      const answer = await request(url + pathOf(endpoint, params), {
        method: endpoint.method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
      });
      return answer.body.json();
    },
    /** Throws outside any handler; answers with how the process ended and everything it wrote. */
    async fault(): Promise<{ code: number | null; output: string }> {
      child.kill('SIGUSR2');
      await exited;
      return { code: child.exitCode, output: output.join('') };
    },
    async kill(): Promise<void> {
      child.kill('SIGKILL');
      await exited;
    },
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

async function signIn(url: string): Promise<string> {
  const answer = await request(`${url}/api/session`, {
    method: 'POST',
    headers: { 'x-console': '1', 'content-type': 'application/json' },
    body: JSON.stringify(admin),
  });
  const [line = ''] = [answer.headers['set-cookie'] ?? ''].flat();
  await answer.body.dump();
  return line.split(';')[0] ?? '';
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
