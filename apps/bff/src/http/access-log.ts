/** One line per call: what route, how long, how it ended, and the id that was answered. No query, no header, no body. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Clock } from '../ports/clock.ts';

/** The id of this call, made here: one that came from outside could carry anything. */
export function requestIdOf(res: Response): string {
  const id: unknown = res.locals['requestId'];
  return typeof id === 'string' ? id : 'none';
}

export type ObserveCall = (call: { method: string; route: string; status: number; seconds: number }) => void;

export function accessLog(
  log: Logger,
  observe: ObserveCall,
  { monotonic }: Pick<Clock, 'monotonic'>,
): RequestHandler {
  return (req, res, next) => {
    const started = monotonic();
    const requestId = randomUUID();
    res.locals['requestId'] = requestId;
    res.setHeader('X-Request-Id', requestId);
    res.once('close', () => {
      const milliseconds = monotonic() - started;
      const route: unknown = req.route?.path;
      const call = {
        method: req.method,
        route: typeof route === 'string' ? route : 'none',
        status: res.statusCode,
      };
      observe({ ...call, seconds: milliseconds / 1000 });
      log.info({ requestId, ...call, ms: Math.round(milliseconds * 10) / 10 }, 'call');
    });
    next();
  };
}
