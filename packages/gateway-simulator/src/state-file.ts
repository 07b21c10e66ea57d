/** The world between two lives of the simulator: one file, replaced whole, never half-written. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Settings } from './settings.ts';
import { restoreWorld, StoredWorld, storeWorld, type World } from './world/world.ts';

const version = 1;
const SavedState = z.object({
  version: z.literal(version),
  aheadMs: z.number(),
  settings: Settings,
  world: StoredWorld,
});

export type State = { world: World; settings: Settings; aheadMs: number };

/** What the file holds; null when there is none, or none that this version can read. */
export function loadState(file: string): State | null {
  const saved = SavedState.safeParse(readJson(file));
  if (!saved.success) return null;
  const { world, settings, aheadMs } = saved.data;
  return { world: restoreWorld(world), settings, aheadMs };
}

export function saveState(file: string, { world, settings, aheadMs }: State): void {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.tmp`;
  const saved: z.input<typeof SavedState> = { version, aheadMs, settings, world: storeWorld(world) };
  writeFileSync(draft, JSON.stringify(saved), { mode: 0o600 });
  renameSync(draft, file);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
