import type { LiveHint } from '@console/console-contract';
import { afterEach, expect, test, vi } from 'vitest';
import { type Caller, callerOf } from '../ports/caller.ts';
import { systemClock } from '../ports/clock.ts';
import { createLiveViews } from './live.ts';

const ada = callerOf({ id: 'ada', name: 'Ada', email: 'ada@example.test', role: 'admin' });

afterEach(() => void vi.useRealTimers());

/** Live views of browsers that take note of nothing: whatever is ended stays there, as far as they tell. */
function amongStuckBrowsers(callerOfSession: () => Promise<Caller | null> = async () => ada) {
  const listeners = new Set<(hint: LiveHint) => void>();
  const listen = (listener: (hint: LiveHint) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const live = createLiveViews({
    feed: { listen },
    callerOfSession,
    moment: async () => '',
    clock: systemClock,
  });
  const follow = (sessionId: string) => {
    const client = { send: vi.fn(), end: vi.fn() };
    const leave = live.follow({ sessionId, callerId: ada.id }, client);
    return { ...client, leave };
  };
  return { follow, listeners, close: live.close };
}

test('DOS-02 a stream that was ended and stays is not counted, and hears nothing any more', () => {
  const { follow, listeners, close } = amongStuckBrowsers();
  const streams = Array.from({ length: 8 }, () => follow('one browser'));

  expect(streams.map(({ end }) => end.mock.calls.length)).toEqual([1, 1, 0, 0, 0, 0, 0, 0]);
  expect(listeners.size).toBe(6);
  streams[0]?.leave();
  expect(listeners.size).toBe(6);
  close();
});

test('DOS-02 a person has thirty streams at most, however many sessions: the oldest end', () => {
  const { follow, listeners, close } = amongStuckBrowsers();
  const streams = Array.from({ length: 32 }, (_, at) => follow(`session ${at}`));

  expect(streams.filter(({ end }) => end.mock.calls.length > 0)).toEqual(streams.slice(0, 2));
  expect(listeners.size).toBe(30);
  close();
  expect(listeners.size).toBe(0);
});

test('SES-09 a stream ends within ten seconds of its session, and not while it is unknown whether the session lives', async () => {
  vi.useFakeTimers();
  const session = { ends: false, isKnown: true };
  const { follow, listeners, close } = amongStuckBrowsers(async () => {
    if (!session.isKnown) throw new Error('The database is away.');
    return session.ends ? null : ada;
  });
  const stream = follow('one browser');

  await vi.advanceTimersByTimeAsync(60_000);
  session.isKnown = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(stream.end).not.toHaveBeenCalled();

  Object.assign(session, { isKnown: true, ends: true });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(stream.end).toHaveBeenCalledOnce();
  expect(listeners.size).toBe(0);
  close();
});
