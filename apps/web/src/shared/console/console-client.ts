/** The one place that calls the server: same origin, JSON, typed and parsed by the contract. Knows no screen. */
import { type Answer, type Call, type Endpoint, Problem, pathOf } from '@console/console-contract';
import { personIsActive } from '../page/person-at-keyboard.ts';
import { announceSignedOut, currentSession } from '../session/signed-out.ts';
import { ConsoleProblem, offlineProblem, unreadableProblem } from './console-problem.ts';

export type CallInput<E extends Endpoint> = Call<E> & {
  signal?: AbortSignal | undefined;
  /** The call goes on although the page goes. All such calls under way may carry 64 KiB together, else they fail. */
  keepalive?: boolean | undefined;
};

/**
 * Calls one endpoint of the contract: `call(connectorEndpoints.listConnectors, { params: { workspace } })`.
 * Throws `ConsoleProblem` whenever there is no good answer, except when `signal` was aborted.
 */
export async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Answer<E>> {
  const response = await open(endpoint, input);
  // The cast joins what TypeScript keeps apart: the generic `Answer<E>` and the schema of this very endpoint.
  if (endpoint.answer === null) return undefined as Answer<E>;
  const parsed = endpoint.answer.safeParse(await jsonOf(response));
  if (!parsed.success) throw unreadableProblem(requestIdOf(response));
  return parsed.data as Answer<E>;
}

/** A good answer as it came, for what is no JSON. Throws as `call` does. */
export async function open<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Response> {
  const session = currentSession();
  const response = await send(endpoint, input);
  if (!response.ok) throw await refusalOf(response, session);
  return response;
}

function requestIdOf(response: Response): string | undefined {
  return response.headers.get('x-request-id') ?? undefined;
}

async function send<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Response> {
  const { params, query, body, signal, keepalive = false } = input;
  const headers: Record<string, string> = { 'X-Console': '1', Accept: endpoint.file ?? 'application/json' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (personIsActive()) headers['X-Console-Active'] = '1';
  try {
    return await fetch(pathOf(endpoint, params, query), {
      method: endpoint.method,
      headers,
      body: body === undefined ? null : JSON.stringify(body),
      credentials: 'same-origin',
      redirect: 'error',
      signal: signal ?? null,
      keepalive,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw offlineProblem();
  }
}

/** `session` is the one that the call was sent in. */
async function refusalOf(response: Response, session: number): Promise<ConsoleProblem> {
  const parsed = Problem.safeParse(await jsonOf(response));
  if (!parsed.success) {
    return response.status >= 502 ? offlineProblem() : unreadableProblem(requestIdOf(response));
  }
  if (parsed.data.code === 'signed-out') announceSignedOut(session);
  return new ConsoleProblem(parsed.data);
}

/** `undefined` where the body is no JSON: the schema then refuses it. */
async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}
