/** The tree of units of every AWS organization, and the accounts in them. Nothing is stored: both follow from the root's id. */
import { drawsFor } from './random.ts';
import type { SeedName } from './world.ts';

/** `path` is the path of names above the unit: empty for the root, `/Root` for its children. */
export type Unit = { id: string; name: string; path: string };

const workloads = ['Production', 'Staging', 'Development', 'Test'] as const;
const teams = [
  'Payments',
  'Storefront',
  'Warehouse',
  'Analytics',
  'Identity',
  'Mobile',
  'Search',
  'Partners',
] as const;
const branches: [string, readonly string[]][] = [
  ['Infrastructure', ['Network', 'Backup', 'Shared Services', 'Monitoring']],
  ['Security', ['Audit', 'Log Archive', 'Tooling']],
  ['Sandbox', ['Individuals', 'Hackathon', 'Training']],
  ['Policy Staging', ['Infrastructure', 'Security', 'Workloads']],
  ['Transitional', ['Acquired', 'Leaving']],
  ['Suspended', []],
];

/** Units the AWS document shows under its root; they exist there so that its samples can be followed as printed. */
const documentedUnits: Record<string, [string, string][]> = {
  'r-zar5': [
    ['ou-zar5-12hpzogk', 'Pilot'],
    ['ou-zar5-val25l17', 'Perimeter'],
    ['ou-zar5-sjdu6cpx', 'Automation'],
  ],
};

const largeOrganization = 50_000;
/** Every organization has it below the root: one account in it lacks the role, so that a run over it ends with an error. */
const unitWithMissingRole = 'Suspended';
/** A root that no account's role can see. */
const unknownRoot = 'r-0000';

const grown = new Map<string, Unit[]>();
const treesKept = 8;

/** All units of a root, the root first, parents before their children; empty for `unknownRoot`. */
export function unitsOfRoot(seed: SeedName, rootId: string): Unit[] {
  if (rootId === unknownRoot) return [];
  const key = `${seed} ${rootId}`;
  const units = grown.get(key) ?? (seed === 'large' ? growLargeTree(rootId) : growTree(rootId));
  if (grown.size >= treesKept) grown.clear();
  grown.set(key, units);
  return units;
}

export type Account = { id: string; unitId: string; roleMissing: boolean };

/** The accounts directly in a unit: none to three; two in the unit where a role is missing. */
export function accountsOf(unit: Unit): Account[] {
  const draws = drawsFor('accounts', unit.id);
  const suspended = unit.name === unitWithMissingRole;
  const count = unit.path === '' ? 1 : suspended ? 2 : draws.below(4);
  return Array.from({ length: count }, (_, index) => ({
    id: draws.digits(12),
    unitId: unit.id,
    roleMissing: suspended && index === 0,
  }));
}

function growTree(rootId: string): Unit[] {
  const idOf = unitIds(rootId);
  const unit = (name: string, path: string): Unit => ({ id: idOf(`${path}/${name}`), name, path });
  const root: Unit = { id: rootId, name: 'Root', path: '' };
  const top = branches.flatMap(([name, children]) => [
    unit(name, '/Root'),
    ...children.map((child) => unit(child, `/Root/${name}`)),
  ]);
  const work = workloads.flatMap((stage) => [
    unit(stage, '/Root/Workloads'),
    ...teams.map((team) => unit(team, `/Root/Workloads/${stage}`)),
  ]);
  const documented = (documentedUnits[rootId] ?? []).map(([id, name]) => ({ id, name, path: '/Root' }));
  return [root, ...documented, ...top, unit('Workloads', '/Root'), ...work];
}

/** Fifty thousand units up to five levels below the root, each level some ten times as wide as the one above. */
function growLargeTree(rootId: string): Unit[] {
  const idOf = unitIds(rootId);
  const units: Unit[] = [{ id: rootId, name: 'Root', path: '' }];
  for (let index = 1; index < largeOrganization; index += 1) {
    const parent = units[Math.floor((index - 1) / 9)] ?? units[0];
    const path = parent ? `${parent.path}/${parent.name}` : '/Root';
    const name = `${teams[index % teams.length]} ${String(index).padStart(5, '0')}`;
    units.push({ id: idOf(`${index}`), name, path });
  }
  return units;
}

function unitIds(rootId: string): (key: string) => string {
  const part = rootId.slice(2);
  return (key) => `ou-${part}-${drawsFor('unit', rootId, key).code(8)}`;
}
