/** Brings the composed console up behind an HTTP server, and down again in reverse order. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './app.ts';
import { compose } from './compose.ts';
import type { Composition, ConsoleParts } from './composition.ts';
import { originOfListener } from './config-origins.ts';
import { type ConnectionLimits, drain, serveWithin } from './http/connections.ts';
import type { Metrics } from './http/metrics.ts';
import type { DatabaseHealth } from './ports/database-health.ts';
import type { Secret } from './ports/secret.ts';

export type ConsoleOptions = Omit<ConsoleParts, 'settings'> & {
  /** `publicUrl` may be left out for a server on a port of its own choosing. */
  settings: Omit<ConsoleParts['settings'], 'publicUrl'> & { publicUrl?: URL };
  metrics: Metrics;
  metricsToken?: Secret | undefined;
  health: DatabaseHealth;
  host: string;
  port: number;
  webDir: string;
  trustedProxies: readonly string[];
  /** What a connection may take; the usual limits unless said otherwise. */
  connectionLimits?: ConnectionLimits | undefined;
};

export type RunningConsole = {
  url: string;
  console: Composition;
  /** Refuses new calls, lets those under way end, then stops the background work. */
  stop: () => Promise<void>;
};

export async function startConsole(options: ConsoleOptions): Promise<RunningConsole> {
  const server = createServer({ maxHeaderSize: 16 * 1024 });
  const port = await listen(server, options.port, options.host);
  const url = originOfListener(options.host, port);

  const publicUrl = options.settings.publicUrl ?? new URL(url);
  const composition = compose({ ...options, settings: { ...options.settings, publicUrl } });
  let stopping = false;
  const app = createApp({
    publicUrl,
    webDir: options.webDir,
    trustedProxies: [...options.trustedProxies],
    routes: composition.routes,
    callerOfSession: composition.callerOfSession,
    moment: options.moment,
    problems: async () => (stopping ? ['The console is stopping.'] : options.health.problems()),
    isDiskFull: options.health.isDiskFull,
    isStopping: () => stopping,
    metrics: options.metrics,
    metricsToken: options.metricsToken,
    clock: options.clock,
    log: options.log,
  });
  const isTrusted: unknown = app.get('trust proxy fn');
  serveWithin(server, app, {
    isTrusted: (address) => typeof isTrusted === 'function' && isTrusted(address, 0) === true,
    log: options.log,
    limits: options.connectionLimits,
  });
  await composition.start();

  return {
    url,
    console: composition,
    stop: async () => {
      stopping = true;
      composition.endLiveViews();
      await drain(server, options.clock);
      await composition.stop();
      await options.feed.close();
      await options.gateways.close();
    },
  };
}

async function listen(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return addressOf(server).port;
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address;
}
