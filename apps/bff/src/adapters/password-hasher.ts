/** Argon2id with the parameters of the OWASP password storage sheet: 19 MiB, two passes, one lane. */
import { hash, verify } from '@node-rs/argon2';
import { HasherBusy, type PasswordHasher } from '../ports/password-hasher.ts';

const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// A hash holds a thread of libuv's pool of four; two at a time leave room for files and name look-ups.
const atOnce = 2;
const longestQueue = 50;

export async function createPasswordHasher(): Promise<PasswordHasher> {
  const absent = await hash('no account has this password', parameters);
  const waiting: (() => void)[] = [];
  let running = 0;

  return {
    hash: (password) => inTurn(() => hash(password.exposeSecret(), parameters)),
    matches: (password, stored) =>
      inTurn(async () => (await verify(stored ?? absent, password.exposeSecret())) && stored !== null),
  };

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnce) {
      if (waiting.length >= longestQueue) throw new HasherBusy();
      await new Promise<void>((resolve) => waiting.push(resolve));
    } else {
      running += 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }
}
