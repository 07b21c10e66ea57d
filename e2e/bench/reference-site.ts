/** The references' pages: built by Vite into a temporary folder, served on loopback beside the data they show. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { build } from 'vite';

const sources = join(import.meta.dirname, 'references');

export type ReferenceSite = { url: string; stop: () => Promise<void> };

/** `data`: what is answered at `/<name>.json`. */
export async function openReferenceSite(data: Record<string, unknown>): Promise<ReferenceSite> {
  const folder = await mkdtemp(join(tmpdir(), 'console-bench-'));
  await build({
    root: sources,
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: {
        input: ['arborist.html', 'aria-tree.html', 'plain-table.html'].map((page) => join(sources, page)),
      },
    },
  });
  const answers = new Map(
    Object.entries(data).map(([name, value]) => [`/${name}.json`, JSON.stringify(value)]),
  );
  const answerTo = async (url: string, response: ServerResponse) => {
    const path = normalize(new URL(url, 'http://127.0.0.1').pathname);
    try {
      const body = answers.get(path) ?? (await readFile(join(folder, path)));
      response
        .setHeader('content-type', CONTENT_TYPES[extname(path)] ?? 'application/octet-stream')
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  };
  const server = createServer(({ url = '/' }, response) => void answerTo(url, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The reference site has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};
