/** One unit that can be in scope: a management group, an organizational unit. */
export interface ScopeUnit {
  id: string;
  name: string;
  /** The unit it lies in; absent for roots and in flat lists. */
  parentId?: string | undefined;
  /** Accounts or subscriptions that lie directly in it. Without any counts the picker counts units. */
  members?: number | undefined;
}

/**
 * All units in pre-order: a unit's branch is the slice that begins at it and is `sizes[index]` long. Everything else in
 * the picker (what is visible, what is included, how many) is a walk or a subtraction over these arrays.
 */
export interface UnitForest {
  readonly units: readonly ScopeUnit[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Index of the parent, -1 for roots. */
  readonly parents: Int32Array;
  /** Units in the branch, the unit itself counted. */
  readonly sizes: Int32Array;
  /** 1 for roots. */
  readonly levels: Int32Array;
  /** Place among siblings, from 1, and how many they are. */
  readonly positions: Int32Array;
  readonly siblings: Int32Array;
  /** What a unit weighs in the counts: its members, or 1 where nobody counts members. */
  readonly weights: Float64Array;
  readonly countsMembers: boolean;
  /** True when no unit has a child. */
  readonly flat: boolean;
}

/**
 * Builds the forest in one pass. Children keep the order in which they came. A unit whose parent is unknown becomes a
 * root, a circle of parents is cut where it is met first, and the second of two equal ids is dropped.
 */
export function buildUnitForest(given: readonly ScopeUnit[]): UnitForest {
  const known = firstById(given);
  const childrenOf = childrenByParent(known);
  const units: ScopeUnit[] = [];
  const indexOf = new Map<string, number>();
  const parents: number[] = [];
  const plant = (root: ScopeUnit) => plantBranch(root, { units, indexOf, parents, childrenOf });
  for (const unit of known.values()) if (isRoot(unit, known)) plant(unit);
  for (const unit of known.values()) if (!indexOf.has(unit.id)) plant(unit);

  const countsMembers = units.some((unit) => unit.members !== undefined);
  return {
    units,
    indexOf,
    countsMembers,
    ...measure(Int32Array.from(parents)),
    weights: Float64Array.from(units, (unit) => (countsMembers ? (unit.members ?? 0) : 1)),
    flat: parents.every((parent) => parent === -1),
  };
}

/** True when the unit at `index` has units below it. */
export function hasChildren(forest: UnitForest, index: number): boolean {
  return (forest.sizes[index] ?? 1) > 1;
}

/** The indexes of the units above `index`, nearest first. */
export function ancestorsOf(forest: UnitForest, index: number): number[] {
  const above: number[] = [];
  for (let at = forest.parents[index] ?? -1; at !== -1; at = forest.parents[at] ?? -1) above.push(at);
  return above;
}

/** The unit at `index`; asking beyond the end is a mistake of the caller. */
export function unitAt(forest: UnitForest, index: number): ScopeUnit {
  const unit = forest.units[index];
  if (!unit) throw new RangeError(`the forest has no unit ${index}`);
  return unit;
}

interface Planting {
  units: ScopeUnit[];
  indexOf: Map<string, number>;
  parents: number[];
  childrenOf: Map<string, ScopeUnit[]>;
}

/** Depth first without recursion: a hostile chain of 50,000 parents must not end the call stack. */
function plantBranch(root: ScopeUnit, { units, indexOf, parents, childrenOf }: Planting): void {
  const waiting = [{ unit: root, parent: -1 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (indexOf.has(next.unit.id)) continue;
    const index = units.push(next.unit) - 1;
    indexOf.set(next.unit.id, index);
    parents.push(next.parent);
    const children = childrenOf.get(next.unit.id) ?? [];
    for (const child of children.toReversed()) waiting.push({ unit: child, parent: index });
  }
}

function measure(parents: Int32Array) {
  const count = parents.length;
  const sizes = new Int32Array(count).fill(1);
  const levels = new Int32Array(count).fill(1);
  const positions = new Int32Array(count);
  // One slot more than units: the roots are the children of nobody.
  const brood = new Int32Array(count + 1);
  for (let index = 0; index < count; index++) {
    const parent = parents[index] ?? -1;
    if (parent !== -1) levels[index] = (levels[parent] ?? 0) + 1;
    const born = (brood[parent + 1] ?? 0) + 1;
    brood[parent + 1] = born;
    positions[index] = born;
  }
  for (let index = count - 1; index >= 0; index--) {
    const parent = parents[index] ?? -1;
    if (parent !== -1) sizes[parent] = (sizes[parent] ?? 1) + (sizes[index] ?? 1);
  }
  const siblings = parents.map((parent) => brood[parent + 1] ?? 0);
  return { parents, sizes, levels, positions, siblings };
}

function firstById(given: readonly ScopeUnit[]): Map<string, ScopeUnit> {
  const known = new Map<string, ScopeUnit>();
  for (const unit of given) if (!known.has(unit.id)) known.set(unit.id, unit);
  return known;
}

function childrenByParent(known: ReadonlyMap<string, ScopeUnit>): Map<string, ScopeUnit[]> {
  const childrenOf = new Map<string, ScopeUnit[]>();
  for (const unit of known.values()) {
    if (isRoot(unit, known) || unit.parentId === undefined) continue;
    const siblings = childrenOf.get(unit.parentId);
    if (siblings) siblings.push(unit);
    else childrenOf.set(unit.parentId, [unit]);
  }
  return childrenOf;
}

function isRoot(unit: ScopeUnit, known: ReadonlyMap<string, ScopeUnit>): boolean {
  return unit.parentId === undefined || unit.parentId === unit.id || !known.has(unit.parentId);
}
