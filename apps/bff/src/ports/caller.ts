/** Who calls: a user with a session, a program with a token, or the console itself. */
import { type Capability, isGranted, type Person } from '@console/console-contract';
import type { AskMoment } from './moment.ts';

export type Caller = {
  kind: 'person' | 'token' | 'system';
  id: string;
  name: string;
  grants: { has: (capability: Capability) => boolean };
};

/** How a session is checked: `active` keeps it alive, for a user is at the keyboard. */
export type SessionCheck = { active: boolean; moment: AskMoment };

/** Who did something, as the audit trail names them; without an id where it is not known which user it was. */
export type Actor = Pick<Caller, 'kind' | 'name'> & { id: string | null };

/** A call that is carried out, with the id that answers and logs quote. */
export type Called = { caller: Caller; requestId: string };

/** The console, for what it does by itself. */
export const system: Actor = { kind: 'system', id: null, name: 'console' };

export function callerOf({ id, name, role }: Person): Caller {
  return { kind: 'person', id, name, grants: { has: (capability) => isGranted(role, capability) } };
}
