import type { sessionEndpoints } from '@console/console-contract';
import { EventStream, type Routes } from '../http/handler.ts';
import { Secret } from '../ports/secret.ts';
import type { LiveViews } from './live.ts';
import type { SessionService } from './service.ts';

export function sessionRoutes(
  service: SessionService,
  live: LiveViews,
): Routes<keyof typeof sessionEndpoints> {
  return {
    signIn: async ({ body, address, network, session }) => {
      const started = await service.signIn({
        ...body,
        password: new Secret(body.password),
        address,
        network,
        replaces: session.read(),
      });
      session.set(started.sessionId);
      return started.session;
    },
    readSession: ({ session }) => service.read(session.read()),
    followChanges: async ({ session, caller }) => {
      const sessionId = session.read();
      return new EventStream((sink) =>
        sessionId === null ? endAtOnce(sink) : live.follow({ sessionId, callerId: caller.id }, sink),
      );
    },
    signOut: async ({ session }) => {
      const id = session.read();
      if (id !== null) await service.end(id);
      session.clear();
      return undefined;
    },
  };
}

/** No caller without a session gets this far; without one there is nothing to follow. */
function endAtOnce({ end }: { end: () => void }): () => void {
  end();
  return () => {};
}
