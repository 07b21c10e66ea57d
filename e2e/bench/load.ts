/** Asks one address again and again over connections that stay open. Its own reader of answers: a whole HTTP client would cost more than the server that is measured. */
import { connect, type Socket } from 'node:net';

export type Asked = { url: string; headers?: Record<string, string> };
export type Load = Asked & { connections: number; seconds: number };
export type LoadResult = { perSecond: number; p50: number; p99: number; bytesEach: number; failures: number };

/** Every connection sends its next request when the answer to the one before has arrived. */
export async function underLoad({ url, headers = {}, connections, seconds }: Load): Promise<LoadResult> {
  const address = new URL(url);
  const request = requestTo(address, headers);
  const taken: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  let bytes = 0;
  let failures = 0;
  const repeat = async () => {
    let connection = openConnection(address);
    while (performance.now() < end) {
      const sent = performance.now();
      const answer = await connection.ask(request);
      taken.push(performance.now() - sent);
      bytes += answer.bytes;
      if (answer.status !== 200 && answer.status !== 304) failures++;
      if (answer.closes) {
        connection.close();
        connection = openConnection(address);
      }
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, repeat));
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return {
    perSecond: taken.length / ((performance.now() - begun) / 1000),
    p50: at(0.5),
    p99: at(0.99),
    bytesEach: bytes / taken.length,
    failures,
  };
}

/** One call on a connection of its own: its status, how long it took and how many bytes came. */
export async function askOnce({ url, headers = {} }: Asked): Promise<Answer & { ms: number }> {
  const address = new URL(url);
  const connection = openConnection(address);
  const sent = performance.now();
  const answer = await connection.ask(requestTo(address, headers));
  connection.close();
  return { ...answer, ms: performance.now() - sent };
}

type Answer = { status: number; bytes: number; closes: boolean };

function requestTo({ host, pathname, search }: URL, headers: Record<string, string>): string {
  const lines = Object.entries({ Host: host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

function openConnection({ hostname, port }: URL) {
  const socket: Socket = connect(Number(port), hostname).setNoDelay(true);
  let settle: PromiseWithResolvers<Answer> | undefined;
  let head = '';
  let expected = 0;
  let got = 0;
  let answer: Omit<Answer, 'bytes'> | undefined;
  socket.on('error', (error) => settle?.reject(error));
  socket.on('close', () =>
    settle?.reject(new Error('The connection was closed before the answer was whole.')),
  );
  socket.on('data', (chunk: Buffer) => {
    got += chunk.length;
    if (answer === undefined) {
      head += chunk.toString('latin1');
      const endOfHead = head.indexOf('\r\n\r\n');
      if (endOfHead < 0) return;
      answer = read(head.slice(0, endOfHead));
      expected = endOfHead + 4 + lengthIn(head.slice(0, endOfHead));
    }
    if (got < expected) return;
    const whole = { ...answer, bytes: got };
    answer = undefined;
    head = '';
    got = 0;
    settle?.resolve(whole);
  });
  return {
    ask(request: string): Promise<Answer> {
      settle = Promise.withResolvers<Answer>();
      socket.write(request);
      return settle.promise;
    },
    close() {
      settle = undefined;
      socket.destroy();
    },
  };
}

function read(head: string): Omit<Answer, 'bytes'> {
  return {
    status: Number(head.slice(9, 12)),
    closes: /\r\nconnection: close/i.test(head),
  };
}

function lengthIn(head: string): number {
  return Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
}
