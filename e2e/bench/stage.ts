/** What is measured: the real programs over the large world, the built web app, and a workspace that is connected. */
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { type APIRequestContext, request } from '@playwright/test';
import { headersFor, setUpAdministrator } from '../src/fixtures/administrator.ts';
import { type Console, startConsole } from '../src/fixtures/console-process.ts';
import { type Simulator, startSimulator } from '../src/fixtures/simulator-process.ts';

export { buildWeb as buildWebApp } from '@console/tooling/web-build';

const PATIENCE_MS = 120_000;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export type Stage = {
  simulator: Simulator;
  console: Console;
  /** Calls of the console with the administrator's session. */
  calls: APIRequestContext;
  /** What is ended before the stage itself, the last first. */
  endWith: (end: () => Promise<void>) => void;
  stop: () => Promise<void>;
};

export async function openStage(
  seed: 'large' | 'empty' | 'demo',
  env: Record<string, string> = {},
): Promise<Stage> {
  const simulator = await startSimulator();
  const ending: (() => Promise<void>)[] = [simulator.stop];
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= stopAll());
  const stopAll = async () => {
    for (const each of ending.toReversed()) await each();
    // Listened to until the end: a second signal must not cut off what the first began.
    for (const signal of SIGNALS) process.off(signal, breakOff);
  };
  /** A measurement that is broken off leaves nothing running. */
  const breakOff = () => void stop().finally(() => process.exit(1));
  for (const signal of SIGNALS) process.on(signal, breakOff);
  try {
    await simulator.reset(seed);
    const console = await startConsole({ gatewayHosts: [simulator.host], env });
    ending.push(console.stop);
    const calls = await request.newContext({
      baseURL: console.url,
      extraHTTPHeaders: headersFor(console.url),
    });
    ending.push(() => calls.dispose());
    await setUpAdministrator(calls, console);
    return { simulator, console, calls, endWith: (end) => void ending.push(end), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A workspace of its own name; resolves when its list holds `connectors` rows. */
export async function connectWorkspace(stage: Stage, name: string, connectors: number): Promise<string> {
  const { simulator, calls } = stage;
  const answer = await calls.post('/api/workspaces', {
    data: {
      name,
      platform: 'custom',
      apiServerUrl: simulator.url,
      gatewayUrl: simulator.url,
      clientId: simulator.clientId,
      clientSecret: simulator.clientSecret,
    },
  });
  if (answer.status() !== 201) throw new Error(`The workspace was not connected: ${await answer.text()}`);
  const { id }: { id: string } = await answer.json();
  const deadline = Date.now() + PATIENCE_MS;
  let total = -1;
  while (Date.now() < deadline) {
    ({ total } = await (await calls.get(`/api/workspaces/${id}/connectors`)).json());
    if (total === connectors) return id;
    await delay(500);
  }
  throw new Error(`The list holds ${total} connectors instead of ${connectors}.`);
}

/** The administrator’s session, as a client that is no browser sends it. */
export async function cookieOf({ calls }: Stage): Promise<string> {
  const { cookies } = await calls.storageState();
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}
