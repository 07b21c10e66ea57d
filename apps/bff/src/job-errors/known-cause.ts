/** One row of what is known about job errors: a pattern, what a message that matches it most likely means, and what repairs it. */
import type { LikelyCause, RepairAction } from '@console/console-contract';
import type { CommandTemplate } from './commands.ts';

/** Patterns ignore case. The clouds change their texts, so a match is likely and never certain. */
export type KnownCause = {
  pattern: RegExp;
  /** What to do where a test failed and no connector is there yet; without it the steps fit both. */
  duringTest?: string[];
  /** What the console can do, the most promising first, and lines for the cloud's command line. */
  repair: { actions: readonly RepairAction[]; commands?: readonly CommandTemplate[] };
} & Omit<LikelyCause, 'repair'>;

export const runAgain: RepairAction = { action: 'run-again' };
export const cloneWithNewSecret: RepairAction = { action: 'clone-with-new-secret' };
export const cloneWithOtherIds: RepairAction = { action: 'clone-with-other-ids' };

export function edit(step: Extract<RepairAction, { action: 'edit' }>['step']): RepairAction {
  return { action: 'edit', step };
}
