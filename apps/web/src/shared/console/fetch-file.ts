import type { Endpoint } from '@console/console-contract';
import { type CallInput, open } from './console-client.ts';

export type SavedFile = { name: string; content: Blob; cut: boolean };

/** Fetches a file that an endpoint offers for saving. `cut`: the console had more than the file may hold. */
export async function fetchFile<E extends Endpoint>(endpoint: E, input: CallInput<E>): Promise<SavedFile> {
  const response = await open(endpoint, input);
  const { headers } = response;
  const [, name = 'export'] = /filename="([^"]+)"/.exec(headers.get('content-disposition') ?? '') ?? [];
  return { name, content: await response.blob(), cut: headers.get('x-console-cut') !== null };
}
