/**
 * Who may read the metrics: a program on this machine, or one that knows the token. They name no user and no connector, but tell how much
 * the console does, and when.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { isLoopback } from '../ports/hosts.ts';
import { Refusal } from '../ports/refusal.ts';
import type { Secret } from '../ports/secret.ts';
import { isOfThisMachine } from './addresses.ts';

export function metricsGuard(token: Secret | undefined): RequestHandler {
  return (req, _res, next) => {
    if (isFromThisMachine(req) || (token !== undefined && shows(req, token))) return next();
    throw new Refusal('forbidden', 'Metrics are read on the console’s own machine, or with its token.', {
      next: 'Set CONSOLE_METRICS_TOKEN and send it as Authorization: Bearer.',
    });
  };
}

const forwarded = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
  'via',
];

/** Not by way of a proxy on this machine, and not from a page whose own name was made to lead here. */
function isFromThisMachine(req: Request): boolean {
  if (
    !isOfThisMachine(req.socket.remoteAddress ?? '') ||
    forwarded.some((name) => req.headers[name] !== undefined)
  )
    return false;
  const host = `http://${req.headers.host ?? ''}`;
  return URL.canParse(host) && isLoopback(new URL(host).hostname);
}

function shows(req: Request, token: Secret): boolean {
  const shown = /^Bearer (\S{1,512})$/.exec(req.headers.authorization ?? '')?.[1];
  if (shown === undefined) return false;
  // Digests are of one length, so that the time of the comparison tells nothing.
  return timingSafeEqual(digest(shown), digest(token.exposeSecret()));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
