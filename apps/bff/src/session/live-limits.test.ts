import type { LiveHint } from '@console/console-contract';
import { expect, test, vi } from 'vitest';
import { createLiveViews } from './live.ts';

const ada = { id: 'ada', name: 'Ada', email: 'ada@example.test', role: 'admin' } as const;

/** Live views of browsers that take note of nothing: whatever is ended stays there, as far as they tell. */
function amongStuckBrowsers() {
  const listeners = new Set<(hint: LiveHint) => void>();
  const listen = (listener: (hint: LiveHint) => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  const live = createLiveViews({ feed: { listen }, personOf: async () => ada });
  const follow = (sessionId: string) => {
    const client = { send: vi.fn(), end: vi.fn() };
    const leave = live.follow({ sessionId, personId: ada.id }, client);
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
