/**
 * Lets only our own pages and deliberate scripts reach the API: a header that no form can send, the browser's own word on
 * where a call comes from, and the Host we believe we have. It stands before every `/api` route, so none can forget it; whether it looks is
 * decided by how the call says who makes it, never by its path.
 */
import type { RequestHandler } from 'express';
import { Refusal } from '../ports/refusal.ts';
import type { Recognize } from './recognition.ts';

export function siteGuard(publicUrl: URL, recognize: Recognize): RequestHandler {
  const hosts = hostsOf(publicUrl);
  return (req, res, next) => {
    if (!recognize(req, res).isAmbient) return next();
    const host = req.headers.host ?? '';
    if (!hosts.has(host)) throw misdirected(publicUrl);
    if (req.headers['x-console'] !== '1') throw crossSite('The header X-Console: 1 is missing.');
    if (!comesFromHere(req.headers['sec-fetch-site'], req.headers.origin, `${publicUrl.protocol}//${host}`)) {
      throw crossSite('The call comes from another site.');
    }
    next();
  };
}

/** Of two hosts, a proxy in front may believe the other one; of none, nothing can be said. Stands before every route. */
export function oneHost(): RequestHandler {
  return (req, _res, next) => {
    if (req.headersDistinct['host']?.length === 1) return next();
    throw new Refusal('invalid-request', 'A call names the host that it is for, and only one.', {
      kept: 'Nothing was changed.',
    });
  };
}

/** Fetch metadata decides; browsers without it send an Origin; neither means a script, which has shown the header. */
function comesFromHere(
  fetchSite: string | string[] | undefined,
  origin: string | undefined,
  own: string,
): boolean {
  if (origin !== undefined && origin !== own) return false;
  if (fetchSite === undefined) return true;
  return fetchSite === 'same-origin' || fetchSite === 'none';
}

/** A console on loopback answers to each of loopback's names. */
function hostsOf(publicUrl: URL): Set<string> {
  const loopback = ['127.0.0.1', 'localhost', '[::1]'];
  if (!loopback.includes(publicUrl.hostname)) return new Set([publicUrl.host]);
  const port = publicUrl.port === '' ? '' : `:${publicUrl.port}`;
  return new Set(loopback.map((name) => name + port));
}

function crossSite(message: string): Refusal {
  return new Refusal('cross-site', message, { kept: 'Nothing was changed.' });
}

function misdirected(publicUrl: URL): Refusal {
  return new Refusal('cross-site', 'The console does not answer to this host name.', {
    kept: 'Nothing was changed.',
    next: `Open ${publicUrl.origin} instead.`,
  });
}
