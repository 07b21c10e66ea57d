/** The console's HTTP face: middleware in order, the contract mounted, the pages, and the one error funnel last. */
import type { EndpointName } from '@console/console-contract';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import { accessLog, requestIdOf } from './http/access-log.ts';
import { networkOf } from './http/addresses.ts';
import { sendCompressed } from './http/compression.ts';
import type { Routes } from './http/handler.ts';
import type { Metrics } from './http/metrics.ts';
import { metricsGuard } from './http/metrics-guard.ts';
import { mountEndpoints } from './http/mount.ts';
import { openApiDocument } from './http/openapi.ts';
import { isUnexpected, statusOf, toProblem } from './http/problem.ts';
import { type CallerOfSession, type Recognize, recognitionBy } from './http/recognition.ts';
import { securityHeaders } from './http/security-headers.ts';
import { sessionCookie } from './http/session-cookie.ts';
import { oneHost, siteGuard } from './http/site-guard.ts';
import { webFiles } from './http/web-files.ts';
import type { Clock } from './ports/clock.ts';
import type { AskMoment } from './ports/moment.ts';
import { Refusal } from './ports/refusal.ts';
import type { Secret } from './ports/secret.ts';
import { toStoreError } from './ports/store-error.ts';

export type AppDeps = {
  publicUrl: URL;
  webDir: string;
  trustedProxies: string[];
  routes: Routes<EndpointName>;
  callerOfSession: CallerOfSession;
  moment: AskMoment;
  /** What keeps the console from working, a sentence each; the gateway does not count, or its outage would take us down too. */
  problems: () => Promise<string[]>;
  isDiskFull: () => boolean;
  /** Calls under way are still answered, and no change is begun. */
  isStopping: () => boolean;
  metrics: Metrics;
  /** Lets programs on other machines read the metrics. */
  metricsToken: Secret | undefined;
  clock: Clock;
  log: Logger;
};

export function createApp(deps: AppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.set('query parser', 'simple');
  app.set('trust proxy', deps.trustedProxies);

  app.use(accessLog(deps.log, deps.metrics.observeCall, deps.clock));
  app.use(securityHeaders(deps.publicUrl));
  app.use(oneHost());
  app.use(refuseWhileStopping(deps.isStopping));
  mountHealth(app, deps);
  const recognize = recognitionBy(deps.callerOfSession, deps.publicUrl);
  app.use('/api', siteGuard(deps.publicUrl, recognize), (_req, res, next) => {
    res.setHeader('Cache-Control', 'no-store');
    res.setHeader('Vary', 'Cookie');
    next();
  });
  mountApi(app, deps, recognize);
  app.use(webFiles(deps.webDir));
  app.use(() => {
    throw new Refusal('not-found', 'There is nothing at this address.');
  });
  app.use(errorFunnel(deps));
  return app;
}

/** A connection that is kept alive would hold the end, and its next change might be lost in it. */
function refuseWhileStopping(isStopping: () => boolean): RequestHandler {
  return (req, res, next) => {
    if (!isStopping()) return next();
    res.setHeader('Connection', 'close');
    if (req.method === 'GET' || req.method === 'HEAD') return next();
    throw new Refusal('unavailable', 'The console is stopping and takes no more changes.', {
      kept: 'Nothing was changed.',
      next: 'Try again when it is back.',
      retryAfter: 10,
    });
  };
}

function mountHealth(app: Express, { problems, metrics, metricsToken }: AppDeps): void {
  app.get('/livez', (_req, res) => void res.type('text').send('ok'));
  app.get('/readyz', async (_req, res) => {
    const found = await problems();
    const isReady = found.length === 0;
    res
      .status(isReady ? 200 : 503)
      .type('text')
      .send(isReady ? 'ok' : `not ready: ${found.join(' ')}`);
  });
  app.get('/metrics', metricsGuard(metricsToken), async (_req, res) => {
    res.type(metrics.contentType).send(await metrics.render());
  });
}

function mountApi(app: Express, deps: AppDeps, recognize: Recognize): void {
  const document = Buffer.from(JSON.stringify(openApiDocument(deps.publicUrl)));
  app.get('/api/openapi.json', (req, res) => sendCompressed(req, res.type('json'), document));
  mountEndpoints(app, {
    routes: deps.routes,
    recognize,
    clock: deps.clock,
    contextOf: (req, res) => {
      const address = req.ip ?? 'unknown';
      return {
        requestId: requestIdOf(res),
        address,
        network: networkOf(address),
        moment: once(deps.moment),
        session: sessionCookie(req, res, deps.publicUrl),
      };
    },
  });
}

/** An answer has to show what was committed before its call arrived: the moment that the session is checked at serves for the rest, too. */
function once(moment: AskMoment): AskMoment {
  let asked: ReturnType<AskMoment> | undefined;
  return () => (asked ??= moment());
}

function errorFunnel({ log, isDiskFull }: AppDeps): ErrorRequestHandler {
  return (error, _req, res, _next) => {
    const requestId = requestIdOf(res);
    const problem = toProblem(error, isDiskFull);
    if (isUnexpected(error, problem)) {
      log.error({ requestId, state: toStoreError(error).state, cause: traceOf(error) }, 'unexpected');
    }
    if (res.headersSent) {
      res.destroy();
      return;
    }
    if (problem.retryAfter !== undefined) res.setHeader('Retry-After', String(problem.retryAfter));
    res.status(statusOf[problem.code]).json({ ...problem, requestId });
  };
}

/** Where it happened, never what it said: messages of drivers and parsers quote the values they choked on. */
function traceOf(error: unknown): { name: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, at: at.slice(0, 8).map((line) => line.trim()) };
}
