/** The one place that calls the server: same origin, JSON, typed and parsed by the contract. Knows no screen. */
import { type Answer, type Call, type Endpoint, Problem, pathOf } from '@console/console-contract';
import { personIsActive } from './activity.ts';
import { ConsoleProblem, offlineProblem, unreadableProblem } from './console-problem.ts';
import { announceSignedOut } from './signed-out.ts';

export type CallInput<E extends Endpoint> = Call<E> & { signal?: AbortSignal | undefined };

/**
 * Calls one endpoint of the contract: `call(connectorEndpoints.listConnectors, { params: { workspace } })`.
 * Throws `ConsoleProblem` whenever there is no good answer, except when `signal` was aborted.
 */
export async function call<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Answer<E>> {
  const response = await send(endpoint, input);
  const requestId = response.headers.get('x-request-id') ?? undefined;
  if (!response.ok) throw await refusalOf(response, requestId);
  // The cast joins what TypeScript keeps apart: the generic `Answer<E>` and the schema of this very endpoint.
  if (endpoint.answer === null) return undefined as Answer<E>;
  const parsed = endpoint.answer.safeParse(await jsonOf(response));
  if (!parsed.success) throw unreadableProblem(requestId);
  return parsed.data as Answer<E>;
}

export type SavedFile = { name: string; content: Blob; cut: boolean };

/** Fetches a file that an endpoint offers for saving. `cut`: the console had more than the file may hold. */
export async function fetchFile<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<SavedFile> {
  const response = await send(endpoint, input);
  if (!response.ok) throw await refusalOf(response, response.headers.get('x-request-id') ?? undefined);
  const [, name = 'export'] =
    /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '') ?? [];
  const cut = response.headers.get('x-console-cut') !== null;
  return { name, content: await response.blob(), cut };
}

/**
 * Follows a stream of the contract and hands over each event as it comes. Resolves when the server ends the stream, throws
 * `ConsoleProblem` when it cannot be opened or breaks.
 */
export async function follow<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  onEvent: (event: Answer<E>) => void,
): Promise<void> {
  const response = await send(endpoint, input);
  if (!response.ok) throw await refusalOf(response, undefined);
  let text = '';
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    const events = (text + read.value).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const parsed = event.startsWith('data: ') ? endpoint.answer?.safeParse(eventOf(event)) : undefined;
      if (parsed?.success) onEvent(parsed.data as Answer<E>);
    }
  }
}

function eventOf(event: string): unknown {
  try {
    return JSON.parse(event.slice('data: '.length));
  } catch {
    return undefined;
  }
}

async function send<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<Response> {
  const { params, query, body, signal } = input;
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
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw offlineProblem();
  }
}

async function refusalOf(response: Response, requestId: string | undefined): Promise<ConsoleProblem> {
  const parsed = Problem.safeParse(await jsonOf(response));
  if (!parsed.success) return response.status >= 502 ? offlineProblem() : unreadableProblem(requestId);
  if (parsed.data.code === 'signed-out') announceSignedOut();
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
