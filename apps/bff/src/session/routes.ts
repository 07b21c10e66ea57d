import type { sessionEndpoints } from '@console/console-contract';
import type { Routes } from '../http/handler.ts';
import type { SessionService } from './service.ts';

export function sessionRoutes(service: SessionService): Routes<keyof typeof sessionEndpoints> {
  return {
    signIn: async ({ body, address, session }) => {
      const started = await service.signIn({ ...body, address, replaces: session.read() });
      session.set(started.sessionId);
      return started.session;
    },
    readSession: ({ session }) => service.read(session.read()),
    signOut: async ({ session }) => {
      const id = session.read();
      if (id !== null) await service.end(id);
      session.clear();
      return undefined;
    },
  };
}
