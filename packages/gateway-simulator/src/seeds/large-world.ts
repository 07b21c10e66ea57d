/** The large world: ten thousand connectors, half on each cloud, with ten thousand management groups and fifty thousand units behind them. */
import { explore } from '../world/coverage.ts';
import { drawsFor } from '../world/random.ts';
import type { Connector, Trouble, World } from '../world/world.ts';
import { addAws, addAzure, addLooseMember, leaveErrors } from './grow.ts';

const connectors = 10_000;
const hour = 3_600_000;
const companies = [
  'Northwind',
  'Tailspin',
  'Wingtip',
  'Fabrikam',
  'Proseware',
  'Adatum',
  'Litware',
  'Woodgrove',
  'Contoso',
  'Relecloud',
] as const;
const troubles: readonly [Trouble, ...Trouble[]] = [
  'secret-expired',
  'secret-wrong',
  'groups-forbidden',
  'throttled',
  'masked',
  'licence',
];

export function growLargeWorld(world: World, now: number): void {
  for (let index = 1; index <= connectors; index += 1) {
    const connector = index % 2 === 0 ? azureOf(world, index, now) : awsOf(world, index, now);
    // A day without scheduled runs, so that ten thousand connectors stand still while they are looked at.
    connector.nextSync = now + 24 * hour;
    const draws = drawsFor('large state', index);
    if (index % 7 === 0) {
      connector.trouble = connector.cloud === 'aws' ? 'role-revoked' : draws.oneOf(troubles);
      leaveErrors(connector, explore(world.seed, connector).errors, connector.lastSynced);
    }
    if (index <= 100) addLooseMember(world, connector, `Loose member ${index}`, now - hour);
  }
}

function azureOf(world: World, index: number, now: number): Connector {
  const number = String(index).padStart(5, '0');
  const company = `${companies[index % companies.length]} ${number}`;
  const shared = livedSince(index, now);
  return addAzure(world, {
    ...shared,
    company,
    name: `${company} tenant`,
    prefix: `az-${number}`,
    cspm: index % 3 > 0,
  });
}

function awsOf(world: World, index: number, now: number): Connector {
  const number = String(index).padStart(5, '0');
  const name = `${companies[index % companies.length]} ${number} organization`;
  const root = `r-${drawsFor('large root', index).code(4)}`;
  const shared = livedSince(index, now);
  return addAws(world, {
    ...shared,
    name,
    prefix: `aws-${number}`,
    root,
    role: 'connector_org',
    govCloud: false,
  });
}

function livedSince(index: number, now: number) {
  return {
    included: [],
    disabled: index % 23 === 0,
    orgMinutes: 1_440,
    syncedAt: now - (index % 24) * hour,
  };
}
