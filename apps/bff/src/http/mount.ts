/** Mounts the contract's table: for every endpoint who may call, what is parsed, what is answered, in that order. */
import {
  type Access,
  type Endpoint,
  type EndpointName,
  endpoints,
  leastRoleFor,
} from '@console/console-contract';
import express, { type Request, type RequestHandler, type Response, type Router } from 'express';
import type * as z from 'zod/mini';
import type { Caller, SessionCheck } from '../ports/caller.ts';
import type { Clock } from '../ports/clock.ts';
import { jsonExcess } from '../ports/json-bounds.ts';
import { Refusal } from '../ports/refusal.ts';
import { inPhase } from '../ports/store-loss.ts';
import { sendCompressed } from './compression.ts';
import { sendEvents } from './event-stream.ts';
import { type CallContext, EventStream, Prepared, type Routes, SavedFile } from './handler.ts';
import { InvalidRequest } from './invalid-request.ts';
import type { Recognition, Recognize } from './recognition.ts';

export type MountDeps = {
  routes: Routes<EndpointName>;
  recognize: Recognize;
  contextOf: (req: Request, res: Response) => CallContext;
  clock: Clock;
};

// A scope may name 50,000 units of up to some 60 characters each. Strangers have no scope to name, and reading four megabytes
// keeps all other requests waiting.
const parseJsonOf = { known: jsonParser('4mb'), stranger: jsonParser('16kb') };

/** Packed bodies are refused: what they unpack to is not known before it is in memory. */
function jsonParser(limit: string): RequestHandler {
  return express.json({
    limit,
    strict: true,
    type: 'application/json',
    inflate: false,
    verify(_req, _res, body) {
      const excess = jsonExcess(body, bounds);
      if (excess !== null) throw new BodyBeyond(excess);
    },
  });
}

/** Deeper and fuller than any body of the contract: a scope names its units side by side. */
const bounds = { deepest: 32, mostValues: 200_000 };

/** Thrown before anything is parsed; the parser hands the type on. */
class BodyBeyond extends Error {
  readonly type: `json.${'depth' | 'values'}`;
  constructor(excess: 'depth' | 'values') {
    super('The body is beyond the bounds of JSON.');
    this.type = `json.${excess}`;
  }
}

export function mountEndpoints(router: Router, deps: MountDeps): void {
  for (const [name, endpoint] of Object.entries(endpoints)) {
    router[verbOf(endpoint)](routeOf(endpoint), answer(deps, name as EndpointName, endpoint));
  }
  for (const path of new Set(Object.values(endpoints).map(routeOf))) {
    router.all(path, () => {
      throw new Refusal('method-not-allowed', 'This address does not take that method.');
    });
  }
}

function answer(deps: MountDeps, name: EndpointName, endpoint: Endpoint): RequestHandler {
  // The table's entry and its handler share a name; TypeScript cannot follow that through a loop.
  const handle = deps.routes[name] as unknown as (call: unknown) => Promise<unknown>;
  return async (req, res) => {
    const context = deps.contextOf(req, res);
    const active = req.headers['x-console-active'] === '1';
    const { moment } = context;
    const caller = await admit(endpoint.access, deps.recognize(req, res), { active, moment });
    const call = {
      ...context,
      caller,
      params: endpoint.params && received(endpoint.params, req.params),
      query: endpoint.query && received(endpoint.query, req.query),
      body:
        endpoint.body &&
        received(endpoint.body, await bodyOf(req, res, caller === null ? 'stranger' : 'known')),
    };
    const answered = await inPhase(onlyReads(name, endpoint) ? 'before' : 'other', () => handle(call));
    res.status(endpoint.status ?? 200);
    if (answered instanceof Prepared) await sendPrepared(req, res, answered);
    else if (answered instanceof EventStream) sendEvents(res, answered, deps.clock);
    else if (answered instanceof SavedFile) await sendFile(req, res, { type: endpoint.file, file: answered });
    else if (endpoint.answer === null) res.end();
    else await sendJson(req, res, Buffer.from(JSON.stringify(endpoint.answer.parse(answered))));
  };
}

/** Signing in leaves nothing behind that a user would look for. */
function onlyReads(name: EndpointName, { method, access }: Endpoint): boolean {
  return method === 'GET' || name === 'signIn' || access.endsWith('.read');
}

function received(schema: z.ZodMiniType, value: unknown): unknown {
  const read = schema.safeParse(value);
  if (!read.success) throw new InvalidRequest(read.error, value);
  return read.data;
}

/** No charset, or UTF-8 said once: the parser would read any that begins with utf-, utf-7 among them. */
const utf8Json = /^application\/json\s*(;\s*charset\s*=\s*("utf-8"|utf-8)\s*)?$/i;

/** Only after the caller was admitted, and only JSON: no other parser is ever asked. */
async function bodyOf(req: Request, res: Response, from: keyof typeof parseJsonOf): Promise<unknown> {
  if (!utf8Json.test(req.headers['content-type'] ?? '')) {
    throw new Refusal(
      'unsupported-media-type',
      'The body must be UTF-8 JSON (Content-Type: application/json).',
      {
        kept: 'Nothing was changed.',
      },
    );
  }
  await new Promise<void>((resolve, reject) => {
    parseJsonOf[from](req, res, (error?: unknown) => (error ? reject(error) : resolve()));
  });
  return req.body;
}

async function admit(access: Access, recognition: Recognition, check: SessionCheck): Promise<Caller | null> {
  if (access === 'public') return null;
  const caller = await recognition.caller(check);
  if (!caller.grants.has(access)) {
    throw new Refusal('forbidden', `Only people with the role ${leastRoleFor(access)} may do this.`, {
      kept: 'Nothing was changed.',
      next: 'Ask an administrator of the console.',
    });
  }
  return caller;
}

async function sendPrepared(req: Request, res: Response, { etag, body }: Prepared): Promise<void> {
  if (etag !== null) {
    // Weak: the same list, however it is compressed.
    res.setHeader('ETag', `W/${etag}`);
    // Kept by the browser of the user who read it, and shown again only when the console has said that it may be.
    if (req.method === 'GET') res.setHeader('Cache-Control', 'private, no-cache');
    if (req.fresh) return void res.status(304).end();
  }
  await sendJson(req, res, body);
}

async function sendJson(req: Request, res: Response, body: Buffer): Promise<void> {
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  await sendCompressed(req, res, body);
}

/** Never shown as a page, whatever stands in it: the browser saves it under the name given. */
async function sendFile(
  req: Request,
  res: Response,
  { type = 'text/csv', file: { name, body, cut } }: { type: Endpoint['file']; file: SavedFile },
): Promise<void> {
  res.setHeader('Content-Type', `${type}; charset=utf-8`);
  res.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  if (cut) res.setHeader('X-Console-Cut', '1');
  await sendCompressed(req, res, body);
}

function verbOf(endpoint: Endpoint): 'get' | 'post' | 'put' | 'patch' | 'delete' {
  const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;
  return verbs[endpoint.method];
}

function routeOf(endpoint: Endpoint): string {
  return endpoint.path.replace(/\{(\w+)\}/g, ':$1');
}
