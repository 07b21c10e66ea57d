import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import express from 'express';
import { expect, test } from 'vitest';
import { createTestClock } from '../test-bench/test-clock.ts';
import { sendEvents } from './event-stream.ts';
import { type EventSink, EventStream } from './handler.ts';

test('DOS-02 a stream that is ended lets go of its connection, also when the client never reads', async () => {
  const clock = createTestClock();
  const gone = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<{ sink: EventSink; waiting: () => number }>();
  const server = express()
    .get('/', (_req, res) => {
      const open = (sink: EventSink) => {
        opened.resolve({ sink, waiting: () => res.writableLength });
        return gone.resolve;
      };
      sendEvents(res, new EventStream(open), clock);
    })
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect(Number(Reflect.get(Object(server.address()), 'port')), '127.0.0.1').pause();
  client.on('error', () => {});
  client.write('GET / HTTP/1.1\r\nHost: console.example.test\r\n\r\n');
  const { sink, waiting } = await opened.promise;
  // What the system takes on its way is full once something stays here.
  for (let quiet = 0; quiet < 5; quiet = waiting() > 0 ? quiet + 1 : 0) {
    if (waiting() === 0) sink.send({ text: 'x'.repeat(32 * 1024) });
    await pause(10);
  }

  sink.end();
  clock.passDeadlines(2);

  await expect(gone.promise).resolves.toBeUndefined();
  client.destroy();
  server.close();
});
