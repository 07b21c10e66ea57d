import type { Endpoint } from '@console/console-contract';
import { type CallInput, open } from './console-client.ts';

/** Hands a file to the browser for saving, as if a link to it had been pressed. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser begins to read it only after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

export type SavedFile = { name: string; content: Blob; cut: boolean };

/** Fetches a file that an endpoint offers for saving. `cut`: the console had more than the file may hold. */
export async function fetchFile<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<SavedFile> {
  const response = await open(endpoint, input);
  const { headers } = response;
  const [, name = 'export'] = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '') ?? [];
  return { name, content: await response.blob(), cut: headers.get('x-console-cut') !== null };
}
