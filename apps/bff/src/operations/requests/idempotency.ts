/**
 * What a key that was used before means. For a day the same request under it is the same operation, however often it comes.
 * After that it is refused: a caller who repeats a request of yesterday wants either to know what came of it or to have it done once
 * more, and neither may be guessed. The key is refused for as long as the operation is stored: for weeks after it
 * ended, unless the administrator chose fewer days.
 */
import { type Column, type SQL, sql } from 'drizzle-orm';
import { Refusal } from '../../ports/refusal.ts';

export type UsedKey = { requestDigest: string; keyIsOld: boolean };

const keyHours = 24;

/** By the database's clock, like every other time of an operation. */
export function keyIsOld(requestedAt: Column): SQL<boolean> {
  return sql<boolean>`${requestedAt} < now() - make_interval(hours => ${keyHours})`;
}

/** Refuses as `key-in-use` unless the request under this key is the one that is asked for now, and of today. */
export function assertSameRequest(used: UsedKey, requestDigest: string): void {
  if (used.requestDigest !== requestDigest) throw keyInUse();
  if (used.keyIsOld) throw keyOld();
}

function keyInUse(): Refusal {
  return new Refusal('key-in-use', 'This idempotency key was used for another request already.', {
    kept: 'The first request stands; nothing of this one was sent.',
    next: 'Open the review again: that makes a new key.',
  });
}

function keyOld(): Refusal {
  return new Refusal('key-in-use', 'This was asked for already, more than a day ago.', {
    kept: 'What was asked for then stands; nothing was sent now.',
    next: 'Look under Activity what came of it. To have it done once more, open the review again: that makes a new key.',
  });
}
