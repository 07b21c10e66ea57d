/** Live views: one stream of hints per browser, for as long as its session lives. */
import type { LiveHint, Person } from '@console/console-contract';
import type { ChangeFeed } from '../ports/change-feed.ts';

/** The end of a stream that the browser holds. */
export type LiveClient = { send: (hint: LiveHint) => void; end: () => void };
export type LiveViews = ReturnType<typeof createLiveViews>;

type Deps = {
  feed: ChangeFeed;
  personOf: (sessionId: string, active: boolean) => Promise<Person | null>;
};

// A revoked session must not hear another word ten seconds later.
const checkMilliseconds = 5000;
// Bursts, such as a whole list that was read anew, become one hint of each kind.
const gatherMilliseconds = 150;
// A browser shares one stream between its tabs; a few more are for browsers that cannot.
const mostPerSession = 6;

export function createLiveViews({ feed, personOf }: Deps) {
  const open = new Map<string, Set<LiveClient>>();
  return { follow, close };

  /** Answers with what is to happen when the browser is gone. */
  function follow(sessionId: string, client: LiveClient): () => void {
    const clients = open.get(sessionId) ?? new Set();
    open.set(sessionId, clients.add(client));
    const [oldest] = clients;
    if (clients.size > mostPerSession && oldest !== undefined) oldest.end();
    const gathered = gather(client.send);
    const stopListening = feed.listen(gathered.add);
    const check = setInterval(() => void endWithSession(sessionId, client), checkMilliseconds).unref();
    client.send({ topic: 'everything', workspace: null });
    return () => {
      clearInterval(check);
      stopListening();
      gathered.stop();
      clients.delete(client);
      if (clients.size === 0) open.delete(sessionId);
    };
  }

  /** Ends every stream: browsers come back by themselves, to another replica or to the next start. */
  function close(): void {
    for (const clients of open.values()) for (const client of clients) client.end();
  }

  /** A database that cannot be asked ends nothing that it might have allowed; calls are refused by themselves meanwhile. */
  async function endWithSession(sessionId: string, client: LiveClient): Promise<void> {
    const alive = await personOf(sessionId, false).catch(() => undefined);
    if (alive === null) client.end();
  }
}

function gather(send: (hint: LiveHint) => void) {
  const waiting = new Map<string, LiveHint>();
  let timer: NodeJS.Timeout | undefined;
  const flush = () => {
    timer = undefined;
    for (const hint of waiting.values()) send(hint);
    waiting.clear();
  };
  return {
    add(hint: LiveHint) {
      waiting.set(`${hint.topic} ${hint.workspace}`, hint);
      timer ??= setTimeout(flush, gatherMilliseconds).unref();
    },
    stop: () => clearTimeout(timer),
  };
}
