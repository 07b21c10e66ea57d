/** The pretended vendor as one thing: its world and settings, its clock, and what watches over its calls. */
import type { SimulatorClock } from './clock.ts';
import type { FaultScript } from './control/faults.ts';
import type { Journal } from './control/journal.ts';
import type { Limits } from './http/limits.ts';
import type { TokenMint } from './http/tokens.ts';
import type { Settings } from './settings.ts';
import { settleRuns } from './world/runs.ts';
import { settleTestJobs } from './world/test-jobs.ts';
import type { World } from './world/world.ts';

export type Vendor = {
  world: World;
  settings: Settings;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: SimulatorClock;
  readonly tokens: TokenMint;
  readonly limits: Limits;
  readonly faults: FaultScript;
  readonly journal: Journal;
  /** Says that something worth keeping has changed. */
  changed(): void;
};

/** Lets time pass in the world up to now; what it has brought about is there before the next answer is written. */
export function settleVendor(vendor: Vendor): number {
  const now = vendor.clock.now();
  const testsMoved = settleTestJobs(vendor.world, now);
  const runsMoved = settleRuns(vendor.world, now, vendor.settings);
  if (testsMoved || runsMoved) vendor.changed();
  return now;
}
