/** The first administrator: created by the user who holds the one-time link, or by the environment, exactly once. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Person } from '@console/console-contract';
import { type Actor, callerOf } from '../ports/caller.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import { Refusal } from '../ports/refusal.ts';
import type { Secret } from '../ports/secret.ts';
import type { PeopleStore } from './store.ts';

export type PeopleService = ReturnType<typeof createPeopleService>;

type Deps = {
  store: PeopleStore;
  hasher: PasswordHasher;
  record: (entry: { by: Actor; action: string; subject: string }) => Promise<void>;
};

export function createPeopleService({ store, hasher, record }: Deps) {
  return { isSetupOpen, openSetup, setUp, createFromEnvironment };

  async function isSetupOpen(): Promise<boolean> {
    return !(await store.isInitialized());
  }

  /** A fresh one-time token while no user exists yet, else `null`. Only its hash is stored. */
  async function openSetup(): Promise<string | null> {
    if (await store.isInitialized()) return null;
    const token = randomBytes(32).toString('base64url');
    await store.rememberLink(digest(token));
    return token;
  }

  async function setUp(asked: {
    token: string;
    name: string;
    email: string;
    password: Secret;
  }): Promise<Person> {
    if (await store.isInitialized()) throw closed();
    if (!(await store.isLinkValid(digest(asked.token)))) {
      throw new Refusal('setup-link-invalid', 'This set-up link is not valid, or it is older than a day.', {
        kept: 'Nothing was changed.',
        next: 'Use the link the console printed when it started; starting it again prints a new one.',
      });
    }
    return createFirst(asked);
  }

  /** `CONSOLE_ADMIN_EMAIL` and `CONSOLE_ADMIN_PASSWORD`: only while no user exists. */
  async function createFromEnvironment(email: string, password: Secret): Promise<Person | null> {
    if (await store.isInitialized()) return null;
    return createFirst({ name: 'Administrator', email: email.toLowerCase(), password });
  }

  async function createFirst(asked: { name: string; email: string; password: Secret }): Promise<Person> {
    const person: Person = { id: randomUUID(), name: asked.name, email: asked.email, role: 'admin' };
    const outcome = await store.createFirst({ ...person, passwordHash: await hasher.hash(asked.password) });
    if (outcome === 'closed') throw closed();
    await record({ by: callerOf(person), action: 'person.created', subject: person.name });
    return person;
  }
}

function closed(): Refusal {
  return new Refusal('setup-closed', 'The console is set up already.', {
    kept: 'Nothing was changed.',
    next: 'Sign in instead.',
  });
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
