/** The answer to a caller who is not signed in, or no more. */
import { Refusal } from './refusal.ts';

/** A browser that sends the cookie of an ended session was signed in before; one without a cookie was not, as far as the console can tell. */
export function signedOut(broughtSession: boolean): Refusal {
  return broughtSession
    ? new Refusal('signed-out', 'Your session has ended.', {
        next: 'Sign in and you are back where you were.',
      })
    : new Refusal('signed-out', 'You are not signed in.', { next: 'Sign in to continue.' });
}
