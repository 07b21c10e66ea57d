/** The hands behind the stage: what a test or a demo may do to the pretended vendor that no caller of a gateway may. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { newWorld } from '../seeds/new-world.ts';
import { defaultSettings, Settings } from '../settings.ts';
import { settleVendor, type Vendor } from '../vendor.ts';
import { type Member, StoredWorld, storeWorld } from '../world/world.ts';
import { FaultRule } from './faults.ts';
import type { JournalEntry } from './journal.ts';

/** Any part of the settings; `expireTokens` makes every token given out so far worthless. */
export const SettingsChange = Settings.partial().extend({ expireTokens: z.boolean().optional() });
export type SettingsChange = z.input<typeof SettingsChange>;

/** Which seed to begin again from (the present one if none is named), with which settings on top of those it was started with. */
export const ResetRequest = z.strictObject({
  seed: StoredWorld.shape.seed.optional(),
  settings: Settings.partial().optional(),
});
export type ResetRequest = z.input<typeof ResetRequest>;

export const AdvanceRequest = z.strictObject({ seconds: z.number().nonnegative() });
export const FaultRules = z.array(FaultRule);

export type MemberSight = Pick<Member, 'id' | 'uuid' | 'cloud' | 'name' | 'accountId' | 'connectorId'>;

export type SimulatorControl = {
  /** A fresh world; faults, journal and limits are cleared, tokens stay good. */
  reset(request?: ResetRequest): void;
  /** Turns time forward; what the time brings about has happened when this returns. */
  advance(seconds: number): void;
  /** Replaces the fault script; calls are counted from now on, and those that a fault delays go on at once. */
  setFaults(rules: z.input<typeof FaultRules>): void;
  clearFaults(): void;
  /** Calls of an operation that came since then, answered or not; the journal has those that were answered. */
  arrived(operation: string): number;
  journal(): readonly JournalEntry[];
  clearJournal(): void;
  /** What the vendor's own console shows of members: the only place where a person finds the UUID of an AWS member. */
  members(): MemberSight[];
  settings(): Settings;
  setSettings(change: SettingsChange): Settings;
  /** A hash of everything the vendor remembers: equal digests mean that nothing has changed. */
  digest(): string;
};

export function createControl(vendor: Vendor, startedWith: Partial<Settings>): SimulatorControl {
  return {
    reset: (request = {}) => {
      const { seed = vendor.world.seed, settings } = ResetRequest.parse(request);
      vendor.world = newWorld(seed, vendor.clock.now());
      vendor.settings = withDefined({ ...defaultSettings, ...startedWith }, settings ?? {});
      vendor.faults.set([]);
      vendor.journal.clear();
      vendor.limits.clear();
      vendor.changed();
    },
    advance: (seconds) => {
      vendor.clock.advance(AdvanceRequest.parse({ seconds }).seconds);
      settleVendor(vendor);
      vendor.changed();
    },
    setFaults: (rules) => vendor.faults.set(FaultRules.parse(rules)),
    clearFaults: () => vendor.faults.set([]),
    arrived: (operation) => vendor.faults.arrived(operation),
    journal: () => vendor.journal.entries(),
    clearJournal: () => vendor.journal.clear(),
    members: () => {
      settleVendor(vendor);
      return [...vendor.world.members.values()].map(({ id, uuid, cloud, name, accountId, connectorId }) => {
        return { id, uuid, cloud, name, accountId, connectorId };
      });
    },
    settings: () => vendor.settings,
    setSettings: (change) => {
      const { expireTokens, ...settings } = SettingsChange.parse(change);
      if (expireTokens) vendor.tokens.expireAll();
      vendor.settings = withDefined(vendor.settings, settings);
      vendor.changed();
      return vendor.settings;
    },
    digest: () => {
      settleVendor(vendor);
      return createHash('sha256')
        .update(inFixedOrder(storeWorld(vendor.world)))
        .digest('hex');
    },
  };
}

type Partly<Whole> = { [Name in keyof Whole]?: Whole[Name] | undefined };

function withDefined(settings: Settings, change: Partly<Settings>): Settings {
  const defined = Object.entries(change).filter(([, value]) => value !== undefined);
  return Settings.parse({ ...settings, ...Object.fromEntries(defined) });
}

/** JSON whose fields stand in alphabetical order, so that a world read back from a file has the digest it had before. */
function inFixedOrder(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
