/** What users do with their own account: another password, and the places where they are signed in. */
import type { OwnSession } from '@console/console-contract';
import type { ActivityEntry } from '../ports/activity-log.ts';
import type { Called } from '../ports/caller.ts';
import { sessionKeyOf } from '../ports/digest.ts';
import type { PasswordHasher } from '../ports/password-hasher.ts';
import { Refusal } from '../ports/refusal.ts';
import type { Secret } from '../ports/secret.ts';
import { signedOut } from '../ports/signed-out.ts';
import type { AccountStore } from './store.ts';

export type AccountService = ReturnType<typeof createAccountService>;

type Deps = {
  store: AccountStore;
  /** How often the password may be guessed, counted with the attempts to sign in. */
  attempts: { count: (account: string, network: string) => Promise<{ forgive: () => Promise<void> }> };
  hasher: PasswordHasher;
  record: (entry: ActivityEntry) => Promise<void>;
};

/** A call with the session that it came with. */
export type OwnCall = Called & { sessionId: string };
export type PasswordPair = {
  currentPassword: Secret;
  newPassword: Secret;
  isNewOneTheEmail: (email: string) => boolean;
  network: string;
};

export function createAccountService({ store, attempts, hasher, record }: Deps) {
  return { changePassword, listSessions, endSession, endOtherSessions };

  /** Who found a browser signed in must not lock its owner out, so the current password is asked for and guesses are counted. */
  async function changePassword(asked: PasswordPair, call: OwnCall): Promise<{ ended: number }> {
    const person = await store.find(call.caller.id);
    if (person === null) throw signedOut(true);
    const attempt = await attempts.count(person.email, asked.network);
    if (!(await hasher.matches(asked.currentPassword, person.passwordHash))) {
      await record(entryOf('password.refused', call));
      throw wrongPassword();
    }
    await attempt.forgive();
    if (asked.isNewOneTheEmail(person.email)) throw emailAsPassword();
    const ended = await store.changePassword(
      {
        personId: person.id,
        from: person.passwordHash,
        to: await hasher.hash(asked.newPassword),
        except: sessionKeyOf(call.sessionId),
      },
      entryOf('password.changed', call),
    );
    if (ended === null) throw wrongPassword();
    return { ended };
  }

  async function listSessions({ caller, sessionId }: OwnCall): Promise<OwnSession[]> {
    const own = sessionKeyOf(sessionId);
    return (await store.listSessions(caller.id)).map(({ key, since, lastUsed }) => ({
      key,
      since: since.toISOString(),
      lastUsed: lastUsed.toISOString(),
      current: key === own,
    }));
  }

  async function endSession(key: string, call: OwnCall): Promise<{ ended: number }> {
    const which = { personId: call.caller.id, key };
    return { ended: await store.endSessions(which, entryOf('session.ended', call)) };
  }

  async function endOtherSessions(call: OwnCall): Promise<{ ended: number }> {
    const which = { personId: call.caller.id, except: sessionKeyOf(call.sessionId) };
    return { ended: await store.endSessions(which, entryOf('session.ended', call)) };
  }
}

function entryOf(action: string, { caller, requestId }: OwnCall): ActivityEntry {
  return { by: caller, action, workspaceId: null, subject: caller.name, requestId };
}

function wrongPassword(): Refusal {
  return new Refusal('wrong-credentials', 'The current password is wrong.', {
    kept: 'Your password is unchanged.',
    next: 'Check it and try again.',
    fields: { currentPassword: 'This is not your current password.' },
  });
}

function emailAsPassword(): Refusal {
  return new Refusal('invalid-request', 'The new password is your e-mail address.', {
    kept: 'Your password is unchanged.',
    next: 'Choose another one.',
    fields: { newPassword: 'An attacker would try the e-mail address first: choose another password.' },
  });
}
