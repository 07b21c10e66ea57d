/**
 * Hints about what has changed, from one stream per browser: the tabs agree by a lock who holds it, and the holder tells
 * the others. A hint carries no data and the pages go on polling slowly, so a stream that is cut costs time and nothing else.
 */
import { LiveHint, sessionEndpoints } from '@console/console-contract';
import { problemOf } from './console-problem.ts';
import { follow } from './event-stream.ts';

const NAME = 'console-live-hints';
const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Answers how to stop listening. */
export function followHints(onHint: (hint: LiveHint) => void): () => void {
  const leaving = new AbortController();
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => {
    const hint = LiveHint.safeParse(data);
    if (hint.success) onHint(hint.data);
  };
  const tell = (hint: LiveHint) => {
    onHint(hint);
    channel.postMessage(hint);
  };
  void whenHolder(leaving.signal, () => hold(tell, leaving.signal));
  return () => {
    leaving.abort();
    channel.close();
  };
}

/** Where the browser has no locks (plain http beyond this machine) every tab holds a stream of its own. */
async function whenHolder(signal: AbortSignal, act: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator)) return act();
  try {
    await navigator.locks.request(NAME, { signal }, act);
  } catch {
    // Aborted while it waited: this tab is being left.
  }
}

/** Opens the stream again whenever it ends, later each time that it cannot be opened, and never twice at one moment. */
async function hold(tell: (hint: LiveHint) => void, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    try {
      await follow(sessionEndpoints.followChanges, { signal }, (hint) => {
        failures = 0;
        tell(hint);
      });
    } catch (error) {
      if (signal.aborted || problemOf(error).code === 'signed-out') return;
    }
    await pause(failures, signal);
    failures += 1;
  }
}

function pause(failures: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** failures);
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longest * (0.5 + Math.random() / 2));
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
