/** Server-sent events over one response, kept alive through proxies and cut when the reader does not keep up. */
import type { Response } from 'express';
import type { EventStream } from './handler.ts';

const heartbeatMilliseconds = 15_000;
// A reader that is this far behind is cut off: it comes back and begins with *everything*.
const mostBufferedBytes = 64 * 1024;

// A reader that takes nothing would keep an ended stream, and its connection, for ever.
const patienceMilliseconds = 2000;

export function sendEvents(res: Response, stream: EventStream): void {
  res.setHeader('Content-Type', 'text/event-stream; charset=utf-8');
  res.setHeader('X-Accel-Buffering', 'no');
  // The head alone was asked for: nothing may follow, and the connection is free again.
  if (res.req.method === 'HEAD') return void res.end();
  res.flushHeaders();
  const write = (text: string) => {
    if (res.writableLength > mostBufferedBytes) res.destroy();
    else if (!res.writableEnded) res.write(text);
  };
  const heartbeat = setInterval(() => write(':\n\n'), heartbeatMilliseconds).unref();
  let impatience: NodeJS.Timeout | undefined;
  const leave = stream.open({
    send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
    end() {
      res.end();
      impatience ??= setTimeout(() => res.destroy(), patienceMilliseconds).unref();
    },
  });
  res.once('close', () => {
    clearInterval(heartbeat);
    clearTimeout(impatience);
    leave();
  });
}
