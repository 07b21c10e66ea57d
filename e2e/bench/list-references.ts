/** What the served list is compared with: the same bytes from a plain server, behind nginx, and behind a proxy of Node’s own parts. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { freePort } from '@console/tooling/free-port';

export type Reference = { url: string; pid?: number | undefined; stop: () => Promise<void> };

/** Answers every request with `body`, in a thread of its own. */
export function startUpstream(body: Buffer): Promise<Reference> {
  return startThread({ body });
}

/** Node’s own server and client, with connections that stay open, and nothing between them. */
export function startRawProxy(upstream: Reference): Promise<Reference> {
  return startThread({ target: upstream.url });
}

/** `null` where nginx is not installed. One worker, connections to the server behind it kept open, no log. */
export async function startNginx(upstream: Reference): Promise<Reference | null> {
  if (spawnSync('nginx', ['-v']).error !== undefined) return null;
  const folder = await mkdtemp(join(tmpdir(), 'bench-nginx-'));
  const port = await freePort();
  const config = join(folder, 'nginx.conf');
  await writeFile(config, configOf({ folder, port, upstream: new URL(upstream.url).host }));
  const child = spawn('nginx', ['-c', config, '-p', folder, '-e', join(folder, 'error.log')], {
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}/`;
  await untilAnswers(url);
  return {
    url,
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'close');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configOf({ folder, port, upstream }: { folder: string; port: number; upstream: string }): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  return `
    daemon off; master_process off; pid ${folder}/nginx.pid;
    events { worker_connections 512; }
    http {
      access_log off; keepalive_requests 100000; ${temporary.join(' ')}
      upstream list { server ${upstream}; keepalive 64; }
      server {
        listen 127.0.0.1:${port};
        location / { proxy_pass http://list; proxy_http_version 1.1; proxy_set_header Connection ""; }
      }
    }`;
}

async function startThread(workerData: object): Promise<Reference> {
  const worker = new Worker(new URL('./reference-thread.ts', import.meta.url), { workerData });
  const [port]: unknown[] = await once(worker, 'message');
  return {
    url: `http://127.0.0.1:${Number(port)}/`,
    stop: async () => void (await worker.terminate()),
  };
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const answered = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answered) return;
    await delay(25);
  }
  throw new Error('nginx does not answer.');
}
