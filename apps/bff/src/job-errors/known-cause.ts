/** One row of what is known about job errors: a pattern, and what a message that matches it most likely means. */
import type { LikelyCause } from '@console/console-contract';

/** Patterns ignore case. The clouds change their texts, so a match is likely and never certain. */
export type KnownCause = {
  pattern: RegExp;
  /** What to do where a test failed and no connector is there yet; without it the steps fit both. */
  duringTest?: string[];
} & LikelyCause;
