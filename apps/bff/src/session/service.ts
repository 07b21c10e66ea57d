/** Who is signed in. Session ids are random, stored hashed, made anew at every sign-in, and die idle or old. */
import { randomBytes } from 'node:crypto';
import type { Person, Session } from '@console/console-contract';
import { type Actor, type Caller, callerOf, type SessionCheck } from '../ports/caller.ts';
import type { Clock } from '../ports/clock.ts';
import { digest } from '../ports/digest.ts';
import { rememberWhileNothingChanges } from '../ports/moment.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import { Refusal } from '../ports/refusal.ts';
import type { Secret } from '../ports/secret.ts';
import { signedOut } from '../ports/signed-out.ts';
import type { AttemptLimits } from './attempt-limits.ts';
import { createSignInGate } from './sign-in-gate.ts';
import type { SessionStore, SessionTimes } from './store.ts';

/** Idle for 8 hours or 24 hours old, whichever comes first (documented in SECURITY.md). */
export const sessionLimits = {
  idleSeconds: 8 * 3600,
  absoluteSeconds: 24 * 3600,
  /** More than a user has browsers; one who signs in again and again, by a script perhaps, ends the oldest of their own. */
  mostPerPerson: 20,
};

export type SignIn = {
  email: string;
  password: Secret;
  address: string;
  /** What attempts are counted by: the address, or the network that one host owns. */
  network: string;
  replaces: string | null;
};
export type Started = { sessionId: string; session: Session };
export type SessionService = ReturnType<typeof createSessionService>;

type Deps = {
  store: SessionStore;
  attempts: AttemptLimits;
  hasher: PasswordHasher;
  clock: Pick<Clock, 'monotonic'>;
  record: (entry: {
    by: Actor;
    action: string;
    subject: string;
    facts: Record<string, string>;
  }) => Promise<void>;
};

export function createSessionService({ store, attempts, hasher, record, clock }: Deps) {
  const findRemembered = rememberWhileNothingChanges(store.find, ({ secondsLeft }) => secondsLeft, clock);
  const throughGate = createSignInGate();
  return { signIn, start, read, callerOfSession, end };

  function signIn(asked: SignIn): Promise<Started> {
    return throughGate(asked.network, () => signInNow(asked));
  }

  async function signInNow({ email, password, address, network, replaces }: SignIn): Promise<Started> {
    const account = email.trim().toLowerCase();
    const attempt = await attempts.count(account, network);
    const person = await store.findPerson(account);
    const usable = person !== null && person.disabledAt === null;
    if (!(await hasher.matches(password, usable ? person.passwordHash : null)) || !usable) {
      await record({
        by: { kind: 'person', id: null, name: 'Unknown user' },
        action: 'session.refused',
        subject: digest(account).slice(0, 12),
        facts: { address },
      });
      throw wrongCredentials();
    }
    await attempt.forgive();
    await record({
      by: { kind: 'person', id: person.id, name: person.name },
      action: 'session.started',
      subject: person.name,
      facts: { address },
    });
    return start({ id: person.id, name: person.name, email: person.email, role: person.role }, replaces);
  }

  /** A new id every time; the one the browser came with is dead from now on. */
  async function start(person: Person, replaces: string | null): Promise<Started> {
    if (replaces !== null) await store.end(digest(replaces));
    const sessionId = randomBytes(32).toString('base64url');
    const times = await store.start(digest(sessionId), person.id);
    return { sessionId, session: present(person, times) };
  }

  async function read(sessionId: string | null): Promise<Session> {
    const found = sessionId === null ? undefined : await store.find(digest(sessionId));
    if (!found) throw signedOut(sessionId !== null);
    return present(found.person, found.times);
  }

  /** `active` says that a person is at the keyboard; a page that only polls must not keep its session alive. */
  async function callerOfSession(sessionId: string, call: SessionCheck): Promise<Caller | null> {
    const { active, moment } = call;
    const idHash = digest(sessionId);
    const found = await findRemembered(idHash, await moment());
    if (active && found?.isTouchDue) await store.touch(idHash);
    return found === undefined ? null : callerOf(found.person);
  }

  async function end(sessionId: string): Promise<void> {
    await store.end(digest(sessionId));
  }
}

function present(person: Person, times: SessionTimes): Session {
  return { person, idleUntil: times.idleUntil.toISOString(), expiresAt: times.expiresAt.toISOString() };
}

function wrongCredentials(): Refusal {
  return new Refusal('wrong-credentials', 'E-mail or password is wrong.', {
    next: 'Check both and try again.',
  });
}
