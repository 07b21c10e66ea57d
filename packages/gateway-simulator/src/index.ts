/** The vendor, pretended: a stand-in for the gateway with a world of its own. */
export type { MemberSight, ResetRequest, SettingsChange, SimulatorControl } from './control/control.ts';
export type { Fault, FaultRule } from './control/faults.ts';
export type { JournalEntry } from './control/journal.ts';
export { defaultSettings, Settings } from './settings.ts';
export {
  createSimulator,
  type ListeningSimulator,
  type Simulator,
  type SimulatorOptions,
} from './simulator.ts';
export type { SeedName } from './world/world.ts';
