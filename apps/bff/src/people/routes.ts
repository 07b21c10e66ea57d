import type { Person, peopleEndpoints } from '@console/console-contract';
import type { Routes } from '../http/handler.ts';
import { Secret } from '../ports/secret.ts';
import type { PeopleService } from './service.ts';

/** `startSession` comes from the session slice: the user who sets the console up is signed in at once. */
export function peopleRoutes(
  service: PeopleService,
  startSession: (person: Person, replaces: string | null) => Promise<{ sessionId: string }>,
): Routes<keyof typeof peopleEndpoints> {
  return {
    readSetup: async () => ({ open: await service.isSetupOpen() }),
    setUp: async ({ body, session }) => {
      const person = await service.setUp({ ...body, password: new Secret(body.password) });
      const { sessionId } = await startSession(person, session.read());
      session.set(sessionId);
      return person;
    },
  };
}
