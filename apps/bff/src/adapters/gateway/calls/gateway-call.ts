/** One operation of the gateway from the words of the contract to a parsed answer. Every failure leaves as a `GatewayError`. */
import { type GatewayOperation, InvalidGatewayId, readAnswer } from '@console/gateway-contract';
import type { z } from 'zod';
import type { GatewayAccess } from '../../../ports/connector-gateway.ts';
import type { Secret } from '../../../ports/secret.ts';
import type { Gate, Urgency } from '../limits/gate.ts';
import { limitsOf } from '../limits/limit-answer.ts';
import type { AddressPolicy } from './address-policy.ts';
import type { Authorized, AuthorizedCall } from './authorized-call.ts';
import { type CallListener, observed } from './call-listener.ts';
import { failureOfAnswer, failureOfLoss, notSent, unreadable } from './failures.ts';
import { once, withRetries } from './retry.ts';
import { withoutEchoes } from './scrub.ts';
import type { Deadlines, Timing } from './timing.ts';
import type { Exchange } from './transport.ts';

type Written<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

export type GatewayRequest<Operation extends GatewayOperation> = {
  params?: Parameters<Operation['path']>[0];
  query?: Written<Operation['query']>;
  body?: Written<Operation['request']>;
  /** Secrets inside the body, so that no error can repeat them. */
  secrets?: readonly Secret[];
};

/** Calls one operation for the workspace it was made for. */
export type GatewayCall = <Operation extends GatewayOperation>(
  operation: Operation,
  request: GatewayRequest<Operation>,
) => Promise<z.output<Operation['answer']>>;

export type CallParts = {
  authorized: AuthorizedCall;
  policy: AddressPolicy;
  timing: Timing;
  deadlines: Deadlines;
  onCall: CallListener;
  gate: Gate;
};

export function createGatewayCall(parts: CallParts, access: GatewayAccess, urgency: Urgency): GatewayCall {
  return (operation, request) =>
    observed({ operation: operation.id, workspaceId: access.workspaceId }, parts, async () => {
      const exchange = toExchange(parts.policy, access, operation, request);
      const { secrets = [] } = request;
      const { status, text } = await successOf(parts, { access, urgency, operation, exchange, secrets });
      const read = readAnswer<(typeof operation)['answer']>(operation, text);
      if (!read.ok) throw unreadable(operation.kind, status, read.problem);
      return read.answer;
    });
}

type Prepared = {
  access: GatewayAccess;
  urgency: Urgency;
  operation: GatewayOperation;
  exchange: Omit<Exchange, 'headers' | 'timeoutMs'>;
  secrets: readonly Secret[];
};

async function successOf(parts: CallParts, prepared: Prepared) {
  const { deadlines, timing, gate } = parts;
  const { access, urgency, operation, exchange } = prepared;
  const passage = { access, urgency, operation, origin: exchange.origin };
  const attempt = async (timeoutMs: number) => {
    const authorized = await parts.authorized(access, { ...exchange, timeoutMs });
    const { outcome } = authorized;
    if ('received' in outcome) await gate.reported(passage, limitsOf(outcome.received, operation));
    return bodyOf(authorized, prepared);
  };
  return gate.pass(passage, (probe) => {
    if (operation.kind === 'write') return attempt(deadlines.write);
    return probe ? once(attempt, deadlines.read) : withRetries(attempt, deadlines.read, timing);
  });
}

function bodyOf(
  { outcome, secrets }: Authorized,
  { operation, secrets: sent }: Pick<Prepared, 'operation' | 'secrets'>,
) {
  if ('lost' in outcome) throw failureOfLoss(outcome.lost, operation.kind);
  const { status, text } = outcome.received;
  if (status < 200 || status > 299) {
    throw failureOfAnswer(outcome.received, operation, [...secrets, ...sent]);
  }
  return { status, text: withoutEchoes(text, [...secrets, ...sent]) };
}

/** Everything that can be checked before a socket is opened: the address, the ids in the path, the fields of the body. */
function toExchange<Operation extends GatewayOperation>(
  policy: AddressPolicy,
  access: GatewayAccess,
  operation: Operation,
  { params, query, body }: GatewayRequest<Operation>,
): Omit<Exchange, 'headers' | 'timeoutMs'> {
  const base = policy.baseOf(operation.base === 'api-server' ? access.apiServerUrl : access.gatewayUrl);
  if (base === null) throw notSent('unavailable', 'The console does not call this gateway.');
  return {
    origin: base.origin,
    path: base.path + pathOf(operation, params ?? {}) + queryOf(operation, query),
    method: operation.method,
    body: bodyText(operation, body),
  };
}

function pathOf(operation: GatewayOperation, params: Record<string, string>): string {
  try {
    return operation.path(params);
  } catch (error) {
    if (error instanceof InvalidGatewayId) throw notSent('rejected', 'That is not an id of the gateway.');
    throw error;
  }
}

function queryOf({ query: schema }: GatewayOperation, query: unknown): string {
  if (schema === undefined || query === undefined) return '';
  const fields = asDocumented(schema, query);
  const pairs = Object.entries(fields ?? {}).map(([name, value]): [string, string] => [name, String(value)]);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}

function bodyText({ request: schema }: GatewayOperation, body: unknown): string | null {
  return schema === undefined ? null : JSON.stringify(asDocumented(schema, body));
}

/** Requests are written strictly. Zod's own error would repeat the values, and a secret may be among them. */
function asDocumented(schema: z.ZodType, value: unknown) {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const places = new Set(read.error.issues.map((issue) => issue.path.join('.') || 'the request'));
  throw notSent(
    'rejected',
    `The gateway’s documents do not allow this value of ${[...places].slice(0, 5).join(', ')}.`,
  );
}
