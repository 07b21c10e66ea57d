/**
 * One HTTP exchange with the vendor. Knows sockets and deadlines; knows neither tokens nor operations. Whatever goes wrong
 * comes back as a value in our own words: an HTTP client's error may quote the headers, and with them a secret.
 */
import { Agent, type Dispatcher } from 'undici';
import { jsonExcess } from '../../../ports/json-bounds.ts';
import type { AddressPolicy } from './address-policy.ts';
import type { Timing } from './timing.ts';

export type Exchange = {
  origin: string;
  /** As it goes on the wire: never normalised, so that what was checked is what is sent. */
  path: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** All headers but `host`, `content-length` and `connection`, which the socket needs. */
  headers: Record<string, string>;
  body: string | null;
  timeoutMs: number;
};

export type Received = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
};

/** `sent: false` only when no byte of the request can have left. */
export type Lost = {
  reason: 'unreachable' | 'timeout' | 'unreadable';
  sent: boolean;
  /** Of an unreadable answer, as in `unreadable` of failures.ts. */
  problem?: string;
};

export type Outcome = { received: Received } | { lost: Lost };

export type Transport = { exchange(exchange: Exchange): Promise<Outcome>; close(): Promise<void> };

/** The longest answer that is read: a page of a thousand connectors is a tenth of it. */
const longestAnswer = 8 * 1024 * 1024;
/** Several times as deep and as full as any answer of the documents: 50,000 accounts are some 150,000 values. */
const bounds = { deepest: 64, mostValues: 400_000 };

export function createTransport(
  policy: AddressPolicy,
  connectTimeoutMs: number,
  timing: Pick<Timing, 'deadline'>,
): Transport {
  const agents = new Map<string, Agent>();
  const agentOf = (origin: string) => {
    const known = agents.get(origin);
    if (known) return known;
    const agent = newAgent(origin, policy, connectTimeoutMs);
    agents.set(origin, agent);
    return agent;
  };
  return {
    exchange: (exchange) => exchangeOver(agentOf(exchange.origin), exchange, timing),
    close: async () => {
      await Promise.all([...agents.values()].map((agent) => agent.close()));
    },
  };
}

function newAgent(origin: string, policy: AddressPolicy, connectTimeoutMs: number): Agent {
  return new Agent({
    allowH2: false,
    // As many connections as the pools let calls through: a bound here would be shared by every workspace at the host.
    maxResponseSize: longestAnswer,
    // One deadline for the whole exchange is kept by its abort signal.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: connectTimeoutMs, lookup: policy.lookupFor(origin) },
  });
}

async function exchangeOver(
  agent: Agent,
  exchange: Exchange,
  { deadline }: Pick<Timing, 'deadline'>,
): Promise<Outcome> {
  const { origin, path, method, headers, body, timeoutMs } = exchange;
  const ending = new AbortController();
  const { signal } = ending;
  const cancel = deadline(Math.max(1, Math.ceil(timeoutMs)), () => ending.abort());
  try {
    // Redirects are answers here: nothing is followed, or our credentials would go along.
    const response = await agent.request({ origin, path, method, headers, body, signal });
    const bytes = await bytesOf(response);
    if (bytes === null) return lost('unreadable');
    const excess = jsonExcess(bytes, bounds);
    const { statusCode: status, headers: answered } = response;
    // A refusal stays one, whatever it says.
    if (excess !== null && status >= 200 && status <= 299) return lost('unreadable', problems[excess]);
    return { received: { status, headers: answered, text: excess === null ? bytes.toString('utf8') : '' } };
  } catch (error) {
    if (signal.aborted) return lost('timeout');
    return lostBy(error);
  } finally {
    cancel();
  }
}

/** `null` when the gateway compressed the body, which the request did not ask for. */
async function bytesOf({ headers, body }: Dispatcher.ResponseData): Promise<Buffer | null> {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== '' && encoding !== 'identity') {
    await body.dump();
    return null;
  }
  return Buffer.from(await body.arrayBuffer());
}

function lostBy(error: unknown): Outcome {
  const code = wordOf(error, 'code');
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE' || code.startsWith('HPE_')) return lost('unreadable');
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return { lost: { reason: 'timeout', sent: false } };
  const whileConnecting = ['connect', 'getaddrinfo'].includes(wordOf(error, 'syscall'));
  return { lost: { reason: 'unreachable', sent: !(whileConnecting || neverSent.test(code)) } };
}

// Codes of failures before the first byte: names, routes, certificates, our own refusals.
const neverSent =
  /^(ECONNREFUSED|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ADDRESS_NOT_PUBLIC|UND_ERR_CLOSED|UND_ERR_INVALID_ARG|CERT_|ERR_TLS_CERT|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

function lost(reason: Lost['reason'], problem?: string): Outcome {
  return { lost: { reason, sent: true, ...(problem !== undefined && { problem }) } };
}

const problems = { depth: 'nested too deeply', values: 'too large to be read' };

function wordOf(error: unknown, name: 'code' | 'syscall'): string {
  const value: unknown = error instanceof Error ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
}
