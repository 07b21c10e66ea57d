/** Puts the pretended vendor together and lets it listen. */
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { createClock } from './clock.ts';
import { createControl, type SimulatorControl } from './control/control.ts';
import { createFaultScript } from './control/faults.ts';
import { createJournal } from './control/journal.ts';
import { controlPath, controlRoutes } from './control/routes.ts';
import { gatewayRouter } from './http/gateway.ts';
import { createLimits } from './http/limits.ts';
import { createTokenMint } from './http/tokens.ts';
import { newWorld } from './seeds/new-world.ts';
import { defaultSettings, type Settings } from './settings.ts';
import { loadState, saveState } from './state-file.ts';
import type { Vendor } from './vendor.ts';
import type { SeedName } from './world/world.ts';

export type SimulatorOptions = {
  clientId: string;
  clientSecret: string;
  /** `demo` unless said otherwise. */
  seed?: SeedName;
  /** Milliseconds since 1970; the machine's time unless said otherwise. */
  clock?: () => number;
  /** Where the world survives a restart. A file of another seed, or one that cannot be read, is replaced. */
  stateFile?: string;
  settings?: Partial<Settings>;
  /** Mounts the control interface under `/__simulator`. */
  mountControl?: boolean;
};

export type ListeningSimulator = { url: string; port: number; close(): Promise<void> };

export type Simulator = {
  app: Express;
  control: SimulatorControl;
  /** Listens on a port of its own choice for port 0. */
  listen(port?: number, host?: string): Promise<ListeningSimulator>;
};

export function createSimulator(options: SimulatorOptions): Simulator {
  const { vendor, keeper } = createVendor(options);
  const control = createControl(vendor, options.settings ?? {});
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  if (options.mountControl) app.use(controlPath, controlRoutes(control));
  app.use(gatewayRouter(vendor));
  return { app, control, listen: (port = 0, host = '127.0.0.1') => listen(app, port, host, keeper) };
}

function createVendor(options: SimulatorOptions): { vendor: Vendor; keeper: Keeper } {
  const { seed = 'demo', stateFile, clientId, clientSecret } = options;
  const clock = createClock(options.clock);
  const saved = stateFile === undefined ? null : loadState(stateFile);
  const kept = saved?.world.seed === seed ? saved : null;
  if (kept) clock.resume(kept.aheadMs);
  const keeper = createKeeper(() => {
    if (stateFile === undefined) return;
    saveState(stateFile, { world: vendor.world, settings: vendor.settings, aheadMs: clock.ahead() });
  });
  const vendor: Vendor = {
    world: kept?.world ?? newWorld(seed, clock.now()),
    settings: kept?.settings ?? { ...defaultSettings, ...options.settings },
    clientId,
    clientSecret,
    clock,
    tokens: createTokenMint(),
    limits: createLimits(),
    faults: createFaultScript(),
    journal: createJournal(),
    changed: () => keeper.soon(),
  };
  return { vendor, keeper };
}

/** Keeps the world a moment after it has changed, and at the end. */
type Keeper = { soon(): void; now(): void };

const restBeforeKeeping = 300;

function createKeeper(keep: () => void): Keeper {
  let timer: NodeJS.Timeout | null = null;
  const now = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    keep();
  };
  return {
    soon: () => {
      timer ??= setTimeout(now, restBeforeKeeping).unref();
    },
    now,
  };
}

async function listen(app: Express, port: number, host: string, keeper: Keeper): Promise<ListeningSimulator> {
  const server = await new Promise<Server>((resolve, reject) => {
    const starting: Server = app.listen(port, host, (error) => (error ? reject(error) : resolve(starting)));
  });
  const bound = portOf(server.address());
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    port: bound,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      keeper.now();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The simulator listens on no port.');
  return address.port;
}
