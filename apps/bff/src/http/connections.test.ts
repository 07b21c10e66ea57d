import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { endpoints, pathOf } from '@console/console-contract';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BffOptions, startBff, type TestBff } from '../test-bench/bff.ts';
import { eventually, startConnected, untilReleased } from '../test-bench/connected-console.ts';

const webDir = mkdtempSync(join(tmpdir(), 'web-'));
const asset = '/assets/large-1a2b3c4d.js';
const content = Buffer.from(randomBytes(400_000).toString('hex'));

beforeAll(() => {
  mkdirSync(join(webDir, 'assets'));
  writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Console</title>');
  writeFileSync(join(webDir, asset), content);
  writeFileSync(join(webDir, `${asset}.gz`), gzipSync(content));
});
afterAll(() => rmSync(webDir, { recursive: true }));

async function withConsole(options: BffOptions, work: (bff: TestBff) => Promise<void>): Promise<void> {
  const bff = await startBff({ webDir, ...options });
  try {
    await work(bff);
  } finally {
    await bff.close();
  }
}

/** A connection that has sent so many requests for the asset; `closed` resolves when it has ended, whichever side ended it. */
async function pipelining(bff: TestBff, requests: number) {
  const socket = await opened(bff);
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(requestFor(asset).repeat(requests));
  return { socket, closed };
}

async function opened({ url }: TestBff): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {});
  await new Promise((resolve) => socket.once('connect', resolve));
  return socket;
}

const requestFor = (path: string) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`;

const streamFor = ({ url }: TestBff, cookie: string) =>
  `GET /api/session/live HTTP/1.1\r\nHost: ${new URL(url).host}\r\nX-Console: 1\r\nCookie: ${cookie}\r\n\r\n`;

async function metric({ send }: TestBff, name: string): Promise<number> {
  const { text } = await send('GET', '/metrics');
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
}

describe('what one connection may take', () => {
  test('DOS-05 connections that queue hundreds of requests and close leave no file open and no memory taken', async () => {
    await withConsole({}, async (bff) => {
      const before = await metric(bff, 'process_open_fds');
      for (let round = 0; round < 20; round += 1) {
        const { socket, closed } = await pipelining(bff, 200);
        await Promise.race([closed, new Promise((resolve) => socket.once('data', resolve))]);
        socket.destroy();
      }
      await eventually(
        () => metric(bff, 'process_open_fds'),
        (after) => after <= before + 2,
        10_000,
      );
    });
  });

  test('DOS-05 sixteen queued requests are answered in their order, and one more closes the connection', async () => {
    await withConsole({}, async (bff) => {
      const paths = Array.from({ length: 16 }, (_, place) => `/assets/missing-${place}.js`);
      const socket = await opened(bff);
      const answers = textOf(socket);
      socket.write(paths.map(requestFor).join(''));
      await eventually(
        async () => answers().split('404 Not Found').length - 1,
        (count) => count === 16,
      );
      socket.destroy();

      const { socket: greedy, closed } = await pipelining(bff, 200);
      greedy.resume();
      await closed;
      expect(await bff.send('GET', '/livez')).toMatchObject({ status: 200, text: 'ok' });
    });
  });

  test('answers that are queued behind an open stream end with their connection', async () => {
    await withConsole({}, async (bff) => {
      const cookie = await bff.signIn();
      const before = answeredCalls(bff);
      const socket = await opened(bff);
      socket.write(streamFor(bff, cookie) + requestFor(asset).repeat(10));
      await new Promise((resolve) => socket.once('data', resolve));
      socket.destroy();
      await eventually(
        async () => {
          // With so much queued the console reads nothing of the connection: only its next heartbeat finds that the client has gone.
          bff.clock.advance(16);
          return answeredCalls(bff);
        },
        (now) => now === before + 11,
        10_000,
      );
    });
  });

  test('DOS-02 a browser that leaves while its session is looked up leaves nothing behind that runs on', async () => {
    await withConsole({}, async (bff) => {
      const cookie = await bff.signIn();
      const readSession = () => bff.send('GET', '/api/session', { cookie });
      const before = answeredCalls(bff);
      const pauses = bff.clock.pauses();
      const held = await bff.database.pool.connect();
      await held.query('begin');
      await held.query('lock table sessions in access exclusive mode');
      const sockets = await Promise.all(Array.from({ length: 5 }, () => opened(bff)));
      for (const socket of sockets) socket.write(streamFor(bff, cookie));
      await eventually(
        async () => {
          const { rows } = await held.query(
            'select count(*)::int as count from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())',
          );
          return rows[0]?.count;
        },
        // One query for all of them.
        (waiting) => waiting === 1,
      );
      for (const socket of sockets) socket.destroy();
      await eventually(
        async () => answeredCalls(bff),
        (calls) => calls === before + 5,
      );
      await held.query('rollback');
      held.release();

      for (let call = 0; call < 3; call += 1) await readSession();
      expect(bff.clock.pauses()).toBe(pauses);
    });
  });

  test('DOS-02 one address cannot take every connection: one more than its share is closed, and those it has are answered', async () => {
    const connectionLimits = { connections: 100, perAddress: 3, unanswered: 16, unreadMilliseconds: 30_000 };
    await withConsole({ connectionLimits }, async (bff) => {
      const share = [await opened(bff), await opened(bff), await opened(bff)];
      const surplus = await opened(bff);
      surplus.resume();
      await new Promise((resolve) => surplus.once('close', resolve));
      const [first] = share;
      const answer = first && textOf(first);
      first?.write(requestFor('/livez'));
      await eventually(
        async () => answer?.() ?? '',
        (text) => text.includes('200 OK'),
      );
      for (const socket of share) socket.destroy();
      await eventually(
        () => bff.send('GET', '/livez').catch(() => null),
        (answered) => answered?.status === 200,
      );
    });
  });

  test('DOS-02 a client that never reads is cut off, and one that reads slowly gets everything', async () => {
    const connectionLimits = { connections: 100, perAddress: 100, unanswered: 16, unreadMilliseconds: 1_000 };
    await withConsole({ connectionLimits }, async (bff) => {
      const deaf = await pipelining(bff, 16);
      deaf.socket.pause();
      const slow = await pipelining(bff, 10);
      let received = 0;
      while (received < 10 * content.length) {
        const chunk: unknown = slow.socket.read();
        if (Buffer.isBuffer(chunk)) received += chunk.length;
        await new Promise((resolve) => setTimeout(resolve, 20));
        if (slow.socket.destroyed) throw new Error(`Cut off after ${received} bytes.`);
      }
      slow.socket.destroy();
      await eventually(
        async () => answeredCalls(bff),
        (calls) => calls === 26,
        20_000,
      );
      deaf.socket.destroy();
    });
  });
});

describe('what travels', () => {
  test('a built file is sent as the build has compressed it to whom takes that, and plain to whom does not', async () => {
    await withConsole({}, async (bff) => {
      const packed = await bytesOf(bff, asset, { 'accept-encoding': 'gzip, br' });
      const plain = await bytesOf(bff, asset, { 'accept-encoding': 'identity' });
      expect(packed.headers).toMatchObject({
        'content-encoding': 'gzip',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/javascript; charset=utf-8',
      });
      expect(packed.headers.vary).toMatch(/accept-encoding/i);
      expect(gunzipSync(packed.body).equals(content)).toBe(true);
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.body.equals(content)).toBe(true);
      const known = { 'if-none-match': String(packed.headers.etag), 'accept-encoding': 'gzip' };
      expect(await bff.send('GET', asset, { headers: known })).toMatchObject({ status: 304, text: '' });
    });
  });

  test('a long answer of the API is compressed, and a short one is not worth it', async () => {
    await withConsole({}, async (bff) => {
      const headers = { cookie: await bff.signIn(), 'x-console': '1', 'accept-encoding': 'br' };
      const ask = (path: string) => bytesOf(bff, path, headers);
      const short = await ask('/api/session');
      const long = await ask('/api/openapi.json');
      expect(short.headers['content-encoding']).toBeUndefined();
      expect(long.headers['content-encoding']).toBe('br');
      expect(JSON.parse(brotliDecompressSync(long.body).toString())).toHaveProperty('openapi');
    });
  });
});

test('a console that stops answers the call under way, refuses the next change on its connection, and closes it', async () => {
  const client = await startConnected({ seed: 'demo' });
  const { connectors } = await client.wholeList();
  const { cloud, id } = connectors.find((row) => row.cloud === 'azure') ?? {};
  const one = { workspace: client.workspace.id, cloud: String(cloud), id: String(id) };
  const cookie = await client.bff.signIn();
  const sent = (method: string, path: string, body = '') =>
    `${method} ${path} HTTP/1.1\r\nHost: ${new URL(client.bff.url).host}\r\nX-Console: 1\r\nCookie: ${cookie}\r\n` +
    `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  const socket = await opened(client.bff);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  const answers = textOf(socket);

  client.vendor.setFaults([{ operation: 'A6', fault: untilReleased }]);
  socket.write(sent('GET', pathOf(endpoints.readConnector, one)));
  await client.arrived('A6');
  const ended = client[Symbol.asyncDispose]();
  const change = JSON.stringify({ idempotencyKey: crypto.randomUUID() });
  socket.write(sent('POST', pathOf(endpoints.runConnector, one), change));
  client.vendor.clearFaults();
  await Promise.all([closed, ended]);

  const [reading = '', refusal = ''] = answers().split(/(?=HTTP\/1\.1 )/);
  expect(reading).toContain('HTTP/1.1 200');
  expect(refusal).toMatch(/^HTTP\/1\.1 503 [\s\S]*Connection: close[\s\S]*"kept":"Nothing was changed\."/i);
});

/** Bytes as they arrive, not decompressed. */
async function bytesOf({ url }: TestBff, path: string, sent: Record<string, string>) {
  const { headers, body } = await request(url + path, { headers: sent });
  return { headers, body: Buffer.from(await body.arrayBuffer()) };
}

function textOf(socket: Socket): () => string {
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  return () => text;
}

/** How many calls the log tells of as ended. */
const answeredCalls = (bff: TestBff): number => bff.logs().split('"msg":"call"').length - 1;
