/** Server-sent events over one response, kept alive through proxies and cut when the reader does not keep up. */
import type { Response } from 'express';
import { type Cancel, type Clock, every } from '../ports/clock.ts';
import type { EventStream } from './handler.ts';

const heartbeatSeconds = 15;
// A reader that is this far behind is cut off: it comes back and begins with *everything*.
const mostBufferedBytes = 64 * 1024;

// A reader that takes nothing would keep an ended stream, and its connection, for ever.
const patienceSeconds = 2;

export function sendEvents(res: Response, stream: EventStream, clock: Clock): void {
  // A client may leave while it is found out who it is; nothing would ever tell of that again.
  if (res.destroyed) return;
  res.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  res.setHeader('X-Accel-Buffering', 'no');
  // The head alone was asked for: nothing may follow, and the connection is free again.
  if (res.req.method === 'HEAD') return void res.end();
  res.flushHeaders();
  const write = (text: string) => {
    if (res.writableLength > mostBufferedBytes) res.destroy();
    else if (!res.writableEnded) res.write(text);
  };
  const endHeartbeat = every(clock, heartbeatSeconds, () => write(':\n\n'));
  let cancelDeadline: Cancel | undefined;
  const leave = stream.open({
    send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
    end() {
      res.end();
      cancelDeadline ??= clock.deadline(patienceSeconds, () => res.destroy());
    },
  });
  res.once('close', () => {
    endHeartbeat();
    cancelDeadline?.();
    leave();
  });
}
