/**
 * A database that goes away in the middle of a call: whether what was asked for is recorded, or even sent, depends on the moment, and a
 * commit whose answer was lost may have gone through. What a caller is told follows from how far the call had come.
 */
import { toStoreError } from './store-error.ts';

export type LossPhase =
  /** Nothing was written or sent yet. */
  | 'before'
  /** A change of connectors may be recorded, and then it is sent. */
  | 'change'
  /** A change of connectors is recorded; it may be sent. */
  | 'recorded'
  /** Anything else that a call writes or sends. */
  | 'other';

export class StoreLoss extends Error {
  override readonly name = 'StoreLoss';
  override readonly cause: unknown;
  readonly phase: LossPhase;
  constructor(phase: LossPhase, cause: unknown) {
    super('The database was lost in the middle of a call.');
    this.phase = phase;
    this.cause = cause;
  }
}

/** Carries a part of a call through. The innermost part that names itself says how far the call had come. */
export async function inPhase<T>(phase: LossPhase, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isLoss(error) ? new StoreLoss(phase, error) : error;
  }
}

function isLoss(error: unknown): boolean {
  return !(error instanceof StoreLoss) && toStoreError(error).code === 'unavailable';
}
