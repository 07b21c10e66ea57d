/** Keeps credentials unreadable in the database, and each of them bound to the one place it was sealed for. */
import type { Secret } from './secret.ts';

/**
 * What a sealed secret is bound to. Opening it for any other row, field, version, host or client id fails, so that neither a
 * moved ciphertext nor a changed host can make the console send a secret where it was not meant to go.
 */
export type SealedPlace = {
  table: string;
  rowId: string;
  field: string;
  /** Counts up with every replacement of the secret. */
  version: number;
  /** Every host that the secret may be sent to, as `host` or `host:port`; order does not matter. */
  gatewayHosts: readonly string[];
  clientId: string;
};

/** Where a secret may be sent, and as whom. */
export type Destination = Pick<SealedPlace, 'gatewayHosts' | 'clientId'>;

/** Text safe to store: `v1.<key id>.<wrapped data key>.<iv>.<ciphertext>.<tag>`. */
export type SealedSecret = string & { readonly sealed: unique symbol };

export interface CredentialVault {
  seal(secret: Secret, place: SealedPlace): SealedSecret;
  /** Throws `SealBroken`, and never answers an empty or a wrong secret. Takes what the database holds. */
  open(sealed: string, place: SealedPlace): Secret;
  /** Four characters by which a person tells one saved secret from another; not a part of the secret. */
  fingerprint(secret: Secret): string;
}

/** The stored secret does not belong to this place, was changed, or its key is not here. Which of them is not told apart. */
export class SealBroken extends Error {
  constructor() {
    super('A stored credential cannot be opened for this use.');
    this.name = 'SealBroken';
  }
}

/**
 * Remembers, in the database, a check value of every key that ever sealed something there, so that a console with the wrong
 * key notices at its start and not at the first use.
 */
export interface KeyCheckStore {
  /** Key id → check value. */
  list(): Promise<ReadonlyMap<string, string>>;
  /** Keeps the value that is already there, if any. */
  record(keyId: string, check: string): Promise<void>;
}
