/** What stands in the database for a session id or for what attempts are counted by: neither can be read back. */
import { createHash } from 'node:crypto';

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Half of the hash that a session is stored under: enough to name it to its user, and of no use to sign in. */
export const sessionKeyLength = 32;

export function sessionKeyOf(sessionId: string): string {
  return digest(sessionId).slice(0, sessionKeyLength);
}
