/** Server-sent events over the console client: an event source of the browser's own could not send the console's header. */
import type { Answer, Endpoint } from '@console/console-contract';
import { type CallInput, open } from './console-client.ts';

/**
 * Follows a stream of the contract and hands over each event as it comes. Resolves when the server ends the stream, throws
 * `ConsoleProblem` when it cannot be opened or breaks.
 */
export async function follow<E extends Endpoint>(
  endpoint: E,
  input: CallInput<E>,
  onEvent: (event: Answer<E>) => void,
): Promise<void> {
  const response = await open(endpoint, input);
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
