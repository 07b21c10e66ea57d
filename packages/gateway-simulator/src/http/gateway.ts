/** The gateway's front: every operation of the contract on its path, and the way one call takes through it. */
import { everyOperation, type GatewayOperation } from '@console/gateway-contract';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import { handlers } from '../handlers/table.ts';
import type { Settings } from '../settings.ts';
import { settleVendor, type Vendor } from '../vendor.ts';
import { type Handler, type Received, readCall } from './call.ts';
import { mintToken, tokenOperationId } from './mint.ts';
import { Outcome } from './outcome.ts';
import { badRequest, Refusal, type Reply } from './reply.ts';

export function gatewayRouter(vendor: Vendor): Router {
  const router = Router({ strict: true, caseSensitive: true });
  router.use(express.raw({ type: () => true, limit: '10mb' }));
  for (const operation of everyOperation) {
    for (const [method, path] of routesOf(operation)) {
      router[method](path, (request, response) => serve(vendor, operation, request, response));
    }
  }
  router.use((request, response) => serve(vendor, null, request, response));
  router.use((_error: unknown, request: Request, response: Response, _next: NextFunction) => {
    new Outcome(vendor, null, request, response).refuse(badRequest('The request cannot be read.'));
  });
  return router;
}

type Verb = 'get' | 'post' | 'put' | 'delete';
const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const;

function routesOf(operation: GatewayOperation): [Verb, string][] {
  const path = operation.template.replaceAll(/\{(\w+)\}/g, ':$1');
  const other = operation.variant?.method;
  const paths: [Verb, string][] = [[verbs[operation.method], path]];
  if (other) paths.push([verbs[other], path]);
  if (operation.id === tokenOperationId) paths.push(['post', '/auth/oauth']);
  return paths;
}

/** Settle time, count the call in, let a fault strike, authorize, answer, write down, send. */
async function serve(
  vendor: Vendor,
  operation: GatewayOperation | null,
  request: Request,
  response: Response,
) {
  const outcome = new Outcome(vendor, operation, request, response);
  try {
    if (!operation) throw new Refusal(404, 'NOT_FOUND', 'No such path.');
    if (operation.kind !== 'token') outcome.countIn();
    const fault = vendor.faults.strike(operation.id);
    outcome.fault = fault;
    await pause(vendor.settings.latencyMs);
    await vendor.faults.delay(fault?.delayMs);
    if (fault?.drop === 'before') return outcome.cut();
    if (outcome.isAnsweredByFault()) return outcome.sendFault();
    outcome.reply = answer(vendor, operation, request);
    outcome.committed = operation.kind === 'write';
    if (outcome.committed) vendor.changed();
    await vendor.faults.delay(fault?.delayAnswerMs);
    outcome.send();
  } catch (error) {
    outcome.refuse(asRefusal(error));
  } finally {
    outcome.countOut();
  }
}

function answer(vendor: Vendor, operation: GatewayOperation, request: Request): Reply {
  const now = settleVendor(vendor);
  const received = receivedFrom(request);
  refuseOtherAccept(operation, request);
  if (operation.kind === 'token') return mintToken(vendor, received, now);
  vendor.tokens.check(received.header('authorization'), now);
  refuseOtherVerb(vendor.settings, operation, request.method);
  const { world, settings } = vendor;
  return handlerOf(operation)(readCall(operation, received, { world, now, settings }));
}

function handlerOf({ id }: GatewayOperation): Handler {
  const known: Record<string, Handler> = handlers;
  const handler = known[id];
  if (!handler) throw new Refusal(404, 'NOT_FOUND', 'No such operation.');
  return handler;
}

/** Where gateways differ in the verb, the settings say which one this gateway takes. */
function refuseOtherVerb(settings: Settings, operation: GatewayOperation, verb: string): void {
  if (!operation.variant?.method) return;
  const switches = operation.id === 'A10' || operation.id === 'W7';
  const wanted = switches ? settings.statusMethod : settings.editMethod;
  if (verb !== wanted)
    throw new Refusal(405, 'METHOD_NOT_ALLOWED', `Request method '${verb}' is not supported.`);
}

/** As strict servers do: what the caller will not take is not done either. */
function refuseOtherAccept(operation: GatewayOperation, request: Request): void {
  const type = documentedType(operation);
  if (type !== null && request.accepts(type) === false)
    throw new Refusal(406, 'NOT_ACCEPTABLE', 'Could not find acceptable representation.');
}

/** Of the two calls that answer JSON or text, the documents show text for A7 alone. */
function documentedType({ id, answerFormat }: GatewayOperation): string | null {
  if (answerFormat === 'any') return null;
  return answerFormat === 'text' || id === 'A7' ? 'text/plain' : 'application/json';
}

function receivedFrom(request: Request): Received {
  const body: unknown = request.body;
  return {
    params: request.params,
    query: Object.fromEntries(new URL(request.originalUrl, 'http://simulator').searchParams),
    header: (name) => request.get(name),
    contentType: request.get('content-type'),
    bodyText: Buffer.isBuffer(body) ? body.toString('utf8') : '',
  };
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return new Refusal(500, 'INTERNAL_SERVER_ERROR', 'INTERNAL_ERROR');
}

async function pause(milliseconds: number): Promise<void> {
  if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
