/**
 * Keeps what comes to nothing from filling the database. A request is stored with the values before and after, which with the
 * largest scopes is megabytes, and for months, because the audit trail tells of it; one that is refused may be repeated at once.
 */
import { Refusal } from '../../ports/refusal.ts';
import type { NewOperation } from '../rows.ts';
import type { OperationStore } from '../store.ts';

/** Below this a request is a few hundred units long, and the time that asking takes is limit enough. */
const longCharacters = 32_768;
/** Of one person in one workspace within a day: some dozens of attempts with the largest scope there can be. */
const mostVainBytes = 64 * 1024 * 1024;

/** Refuses as `slow-down` a long request of a user whose long requests came to nothing all day. */
export async function assertWorthKeeping(
  store: Pick<OperationStore, 'findByKey' | 'vainBytes'>,
  operation: NewOperation,
): Promise<void> {
  if (JSON.stringify(operation.request).length < longCharacters) return;
  if ((await store.vainBytes(operation)) < mostVainBytes) return;
  // One that is kept already costs nothing more.
  if ((await store.findByKey(operation.personId, operation.idempotencyKey)) === null) throw tooMuchInVain();
}

function tooMuchInVain(): Refusal {
  return new Refusal('slow-down', 'Too many large changes of yours came to nothing here within a day.', {
    kept: 'Nothing was sent; what you entered is still here.',
    next: 'Look under Activity why they were refused. Try again in a few hours, or with a shorter scope.',
    retryAfter: 3600,
  });
}
