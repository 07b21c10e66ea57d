/** The crowd: connectors enough for a bulk of five hundred, all enabled and without errors, with trees of the usual size behind them. */
import { drawsFor } from '../world/random.ts';
import type { World } from '../world/world.ts';
import { addAws, addAzure } from './grow.ts';

const hour = 3_600_000;
const organizations = 520;
const tenants = 5;

export function growCrowdWorld(world: World, now: number): void {
  const life = { included: [], disabled: false, orgMinutes: 1_440, syncedAt: now - hour };
  for (let index = 1; index <= organizations; index += 1) {
    const number = String(index).padStart(3, '0');
    const root = `r-${drawsFor('crowd root', index).code(4)}`;
    const name = `Crowd organization ${number}`;
    addAws(world, { ...life, name, prefix: `aws-${number}`, root, role: 'connector_org', govCloud: false });
  }
  for (let index = 1; index <= tenants; index += 1) {
    const company = `Crowd ${index}`;
    addAzure(world, { ...life, company, name: `${company} tenant`, prefix: `az-${index}`, cspm: true });
  }
}
