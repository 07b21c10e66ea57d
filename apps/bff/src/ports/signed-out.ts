/** The answer to a caller who is not signed in, or no more. */
import { Refusal } from './refusal.ts';

/** A browser that brings a session which is none any more has had one; one that brings nothing never had, as far as we can tell. */
export function signedOut(broughtSession: boolean): Refusal {
  return broughtSession
    ? new Refusal('signed-out', 'Your session has ended.', {
        next: 'Sign in and you are back where you were.',
      })
    : new Refusal('signed-out', 'You are not signed in.', { next: 'Sign in to continue.' });
}
