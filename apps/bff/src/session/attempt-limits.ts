/** How often a password may be guessed, whether by signing in or where the current one is asked for. */

import { digest } from '../ports/digest.ts';
import { Refusal } from '../ports/refusal.ts';
import type { FailureStore } from './failure-store.ts';

// Per quarter of an hour and network: a client that guesses from elsewhere never locks the owner out.
const guessesPerAccount = 10;
const guessesPerNetwork = 100;

export type AttemptLimits = ReturnType<typeof createAttemptLimits>;

export function createAttemptLimits(failures: FailureStore) {
  return { count };

  /** Refuses when too many have been counted; `forgive` takes an attempt back that was right. */
  async function count(account: string, network: string): Promise<{ forgive: () => Promise<void> }> {
    // The network first: one that is closed cannot add a row for every e-mail address that it invents.
    const limits = [
      { key: digest(`address ${network}`), most: guessesPerNetwork },
      { key: digest(`account ${account} from ${network}`), most: guessesPerAccount },
    ];
    for (const limit of limits) {
      const opensIn = await failures.count(limit);
      if (opensIn > 0) throw slowDown(opensIn);
    }
    return {
      forgive: async () => {
        for (const { key } of limits) await failures.forgive(key);
      },
    };
  }
}

function slowDown(seconds: number): Refusal {
  return new Refusal('slow-down', 'Too many attempts with a password.', {
    next: `Try again in ${Math.max(1, Math.ceil(seconds / 60))} minutes.`,
    retryAfter: seconds,
  });
}
