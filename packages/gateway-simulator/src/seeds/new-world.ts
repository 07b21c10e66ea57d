/** Worlds to begin with. The same seed always grows the same ids and names; times count back from the moment of seeding. */
import { drawsFor } from '../world/random.ts';
import type { SeedName, World } from '../world/world.ts';
import { growCrowdWorld } from './crowd-world.ts';
import { growDemoWorld } from './demo-world.ts';
import { growLargeWorld } from './large-world.ts';

export function newWorld(seed: SeedName, now: number): World {
  const world = emptyWorld(seed);
  if (seed === 'demo') growDemoWorld(world, now);
  if (seed === 'crowd') growCrowdWorld(world, now);
  if (seed === 'large') growLargeWorld(world, now);
  return world;
}

function emptyWorld(seed: SeedName): World {
  const draws = drawsFor('subscription', seed);
  return {
    seed,
    nextId: 406_117,
    customerId: draws.uuid(),
    userUuid: draws.uuid(),
    userName: 'nrthw_cc1',
    createdBy: 'Connector Console',
    connectors: new Map(),
    members: new Map(),
    testJobs: [],
    runs: [],
    knownTenants: new Set(),
    testedNames: new Map(),
  };
}
