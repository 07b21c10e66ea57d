/**
 * What one connection may take of the console. A browser asks one thing at a time on each of its connections; a client that queues
 * requests without end, or that never reads its answers, is cut off.
 */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type Clock, every } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { networkOf } from './addresses.ts';

export type ConnectionLimits = {
  connections: number;
  /** Of one address (of IPv6: of one /64), so that no single host can take them all. Trusted proxies, through which many come, have no limit of their own. */
  perAddress: number;
  /** Requests of one connection that wait for their answer: HTTP/1.1 lets a client send the next before. */
  unanswered: number;
  /** How long a client may leave what was sent to it unread. */
  unreadMilliseconds: number;
};

const usualLimits: ConnectionLimits = {
  connections: 2_000,
  perAddress: 300,
  unanswered: 16,
  unreadMilliseconds: 30_000,
};

// Longer than a load balancer keeps idle connections, shorter than a client waits for a header.
const keepAliveMilliseconds = 65_000;
const headersMilliseconds = 15_000;
const requestMilliseconds = 30_000;

const drainSeconds = 10;
const betweenSweepsSeconds = 0.1;

type Deps = { isTrusted: (address: string) => boolean; log: Log; limits?: ConnectionLimits | undefined };

/** Puts the app behind the server, within the limits. */
export function serveWithin(
  server: Server,
  app: RequestListener,
  { isTrusted, log, limits = usualLimits }: Deps,
): void {
  const isOneTooMany = countByAddress(limits.perAddress, isTrusted);
  const unanswered = new WeakMap<Socket, Set<ServerResponse>>();
  server.keepAliveTimeout = keepAliveMilliseconds;
  server.headersTimeout = headersMilliseconds;
  server.requestTimeout = requestMilliseconds;
  server.maxRequestsPerSocket = 1000;
  server.maxConnections = limits.connections;
  server.on('drop', () =>
    log.warn({ connections: limits.connections }, 'A connection was refused: too many are open'),
  );
  server.on('connection', (socket) => {
    if (isOneTooMany(socket)) {
      log.warn({ perAddress: limits.perAddress }, 'A connection was refused: its address has too many open');
      socket.destroy();
      return;
    }
    unanswered.set(socket, new Set());
  });
  server.on('request', (req, res) => {
    const responses = unanswered.get(req.socket);
    if (responses !== undefined && admit(req, res, { responses, most: limits.unanswered })) app(req, res);
  });
  // Node tells of a connection on which nothing has moved for so long; bytes that leave, however slowly, count as moving.
  server.setTimeout(limits.unreadMilliseconds, (socket) => {
    const isBusy = (unanswered.get(socket)?.size ?? 0) > 0 && socket.writableLength === 0;
    if (isBusy) socket.setTimeout(limits.unreadMilliseconds);
    else socket.destroy();
  });
}

function countByAddress(most: number, isTrusted: (address: string) => boolean): (socket: Socket) => boolean {
  const open = new Map<string, number>();
  return (socket) => {
    const address = socket.remoteAddress ?? '';
    const network = networkOf(address);
    const count = (open.get(network) ?? 0) + 1;
    if (count > most && !isTrusted(address)) return true;
    open.set(network, count);
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1;
      if (left === 0) open.delete(network);
      else open.set(network, left);
    });
    return false;
  };
}

type Queue = { responses: Set<ServerResponse>; most: number };

function admit({ socket }: IncomingMessage, res: ServerResponse, { responses, most }: Queue): boolean {
  if (responses.size >= most) socket.destroy();
  // Node goes on to read what had arrived before the connection was closed.
  if (socket.destroyed) return false;
  responses.add(res);
  res.once('close', () => responses.delete(res));
  return true;
}

/** Takes no new connection, lets the calls under way end, and answers within ten seconds whatever clients do. */
export async function drain(server: Server, clock: Clock): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // A connection that is kept alive becomes idle again and again.
  const endSweeps = every(clock, betweenSweepsSeconds, () => server.closeIdleConnections());
  const cancelDeadline = clock.deadline(drainSeconds, () => server.closeAllConnections());
  await closed;
  endSweeps();
  cancelDeadline();
}
