import type { Secret } from './secret.ts';

/** Hashes passwords slowly and checks them; the only place that knows the algorithm is the adapter. */
export interface PasswordHasher {
  hash(password: Secret): Promise<string>;
  /** Takes as long for `null` (no account of that name) as for a real hash, so that time tells nothing. */
  matches(password: Secret, hash: string | null): Promise<boolean>;
}

/** Too many hashes wait already: refusing is kinder than letting every other request starve. */
export class HasherBusy extends Error {
  override readonly name = 'HasherBusy';
}
