/** Live views: one stream of hints per browser, for as long as its session lives. */
import type { LiveHint } from '@console/console-contract';
import type { Caller, SessionCheck } from '../ports/caller.ts';
import type { ChangeFeed } from '../ports/change-feed.ts';
import { type Cancel, type Clock, every } from '../ports/clock.ts';
import type { AskMoment } from '../ports/moment.ts';

/** The end of a stream that the browser holds. */
export type LiveClient = { send: (hint: LiveHint) => void; end: () => void };
export type LiveViews = ReturnType<typeof createLiveViews>;

type Deps = {
  feed: Pick<ChangeFeed, 'listen'>;
  callerOfSession: (sessionId: string, check: SessionCheck) => Promise<Caller | null>;
  moment: AskMoment;
  clock: Clock;
};

// A revoked session must not hear another word ten seconds later.
const checkSeconds = 5;
// Bursts, such as a whole list that was read anew, become one hint of each kind.
const gatherSeconds = 0.15;
/** A browser shares one stream between its tabs; a few more are for browsers that cannot. */
const mostPerSession = 6;
/** As many sessions as a user may have, with a stream each and some to spare. Counted for each replica. */
const mostPerCaller = 30;

type Follower = { sessionId: string; callerId: string };
type Stream = Follower & { end: () => void };

export function createLiveViews({ feed, callerOfSession, moment, clock }: Deps) {
  // In the order in which they began.
  const open = new Set<Stream>();
  return { follow, close };

  /** Answers with what is to happen when the browser is gone. With too many streams the oldest ends. */
  function follow({ sessionId, callerId }: Follower, client: LiveClient): () => void {
    const gathered = gather(client.send, clock);
    const stopListening = feed.listen(gathered.add);
    const stream = { sessionId, callerId, end };
    const endChecks = every(clock, checkSeconds, () => void endWithSession(sessionId, end));
    endOldest((other) => other.sessionId === sessionId, mostPerSession);
    endOldest((other) => other.callerId === callerId, mostPerCaller);
    open.add(stream);
    client.send({ topic: 'everything', workspace: null });
    return leave;

    /** At once, whether or not the browser ever takes note of the end: a stuck one must not count, nor be told any more. */
    function end(): void {
      leave();
      client.end();
    }

    function leave(): void {
      endChecks();
      stopListening();
      gathered.stop();
      open.delete(stream);
    }
  }

  /** Makes room for one more. */
  function endOldest(isAmong: (stream: Stream) => boolean, most: number): void {
    const streams = [...open].filter(isAmong);
    for (const { end } of streams.slice(0, Math.max(0, streams.length - most + 1))) end();
  }

  /** Ends every stream: browsers come back by themselves, to another replica or to the next start. */
  function close(): void {
    for (const { end } of open) end();
  }

  /** A database that cannot be asked ends nothing that it might have allowed; calls are refused by themselves meanwhile. */
  async function endWithSession(sessionId: string, end: () => void): Promise<void> {
    const alive = await callerOfSession(sessionId, { active: false, moment }).catch(() => undefined);
    if (alive === null) end();
  }
}

function gather(send: (hint: LiveHint) => void, clock: Clock) {
  const waiting = new Map<string, LiveHint>();
  let cancel: Cancel | undefined;
  const flush = () => {
    cancel = undefined;
    for (const hint of waiting.values()) send(hint);
    waiting.clear();
  };
  return {
    add(hint: LiveHint) {
      waiting.set(`${hint.topic} ${hint.workspace}`, hint);
      cancel ??= clock.after(gatherSeconds, flush);
    },
    stop: () => cancel?.(),
  };
}
