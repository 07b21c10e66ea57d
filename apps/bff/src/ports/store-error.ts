/**
 * What a store says when the database refused: a code, and for a broken constraint its name. Never the statement, its
 * parameters or Postgres' detail, for each of those repeats what a person typed.
 */
export class StoreError extends Error {
  readonly code: StoreErrorCode;
  /** Name of the violated constraint, for the two constraint codes. */
  readonly constraint: string | undefined;
  /** Five-character SQLSTATE or a system code such as `ECONNREFUSED`: safe to log. */
  readonly state: string | undefined;

  constructor(
    code: StoreErrorCode,
    facts: { constraint?: string | undefined; state?: string | undefined } = {},
  ) {
    super(sentences[code]);
    this.name = 'StoreError';
    this.code = code;
    this.constraint = facts.constraint;
    this.state = facts.state;
  }
}

export type StoreErrorCode =
  | 'unique-violation'
  | 'reference-violation'
  | 'conflict'
  | 'unavailable'
  | 'other';

const sentences: Record<StoreErrorCode, string> = {
  'unique-violation': 'The database already holds such a row.',
  'reference-violation': 'The database refused a reference to a row that is not there, or is still needed.',
  conflict: 'The database gave way to a concurrent change.',
  unavailable: 'The database cannot be reached at the moment.',
  other: 'The database refused the statement.',
};

/**
 * Reads any error that came out of a database call, also one wrapped by the query builder, whose own message repeats the
 * parameters. The original is dropped on purpose: it must not reach a log as `cause`.
 */
export function toStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const { state, constraint, gone } = factsOf(error);
  if (state === '23505') return new StoreError('unique-violation', { constraint, state });
  if (state === '23503') return new StoreError('reference-violation', { constraint, state });
  if (state === '40001' || state === '40P01') return new StoreError('conflict', { state });
  if (gone || isUnavailable(state)) return new StoreError('unavailable', { state });
  return new StoreError('other', { state });
}

type Facts = { state: string | undefined; constraint: string | undefined; gone: boolean };

/** Walks the chain of causes to the first error that carries a code; depth is bounded, for a cause may be its own cause. */
function factsOf(error: unknown): Facts {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Error; depth += 1) {
    const state = textOf(current, 'code');
    if (state !== undefined) return { state, constraint: textOf(current, 'constraint'), gone: false };
    if (lostConnection.test(current.message)) return { state: undefined, constraint: undefined, gone: true };
    current = current.cause;
  }
  return { state: undefined, constraint: undefined, gone: false };
}

// The Postgres driver gives these no code.
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed))/;

/** Class 08: connection, 53: out of resources, 57P: shutting down; 57014 is a statement stopped by its deadline. */
function isUnavailable(state: string | undefined): boolean {
  if (state === undefined) return false;
  return /^(08|53|57P)/.test(state) || state === '57014' || /^E[A-Z]+$/.test(state);
}

function textOf(error: Error, name: 'code' | 'constraint'): string | undefined {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}
