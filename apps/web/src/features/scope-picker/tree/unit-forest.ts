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
  /** What a unit weighs in the counts: its members, or 1 where members are not counted. */
  readonly weights: Float64Array;
  readonly countsMembers: boolean;
  /** How many there are. A row that stands for all of them, such as a whole tenant, weighs nothing and is none of them. */
  readonly unitCount: number;
  /** True when no unit has a child. */
  readonly flat: boolean;
}

/**
 * Builds the forest. Children keep the order in which they came. A unit whose parent is unknown becomes a root, a circle
 * of parents is cut where it is met first, and the second of two equal ids is dropped.
 */
export function buildUnitForest(given: readonly ScopeUnit[]): UnitForest {
  const placeOf = new Map<string, number>();
  const known = given.filter((unit) => !placeOf.has(unit.id) && placeOf.set(unit.id, placeOf.size));
  const { order, parents } = inPreOrder(linksOf(known, placeOf));
  const units = Array.from(order, (place) => unitIn(known, place));
  const indexOf = new Map<string, number>();
  for (let index = 0; index < units.length; index++) indexOf.set(unitIn(units, index).id, index);

  const countsMembers = units.some((unit) => unit.members !== undefined);
  const weights = Float64Array.from(units, (unit) => (countsMembers ? (unit.members ?? 0) : 1));
  return {
    units,
    indexOf,
    countsMembers,
    unitCount: weights.filter((weight) => weight > 0).length,
    ...measure(parents),
    weights,
    flat: parents.every((parent) => parent === -1),
  };
}

/** The forest of a list that never changes: built once, for every caller. */
export function forestOf(units: readonly ScopeUnit[]): UnitForest {
  const known = forests.get(units);
  if (known) return known;
  const forest = buildUnitForest(units);
  forests.set(units, forest);
  return forest;
}

const forests = new WeakMap<readonly ScopeUnit[], UnitForest>();

/** True when the unit at `index` has units below it. */
export function hasChildren(forest: UnitForest, index: number): boolean {
  return (forest.sizes[index] ?? 1) > 1;
}

/** The indexes of the units above `index`, nearest first, `most` of them. */
export function ancestorsOf(forest: UnitForest, index: number, most = Number.POSITIVE_INFINITY): number[] {
  const above: number[] = [];
  let at = forest.parents[index] ?? -1;
  while (at !== -1 && above.length < most) {
    above.push(at);
    at = forest.parents[at] ?? -1;
  }
  return above;
}

/** The names from the root down to the one above `index`; of more than eight the nearest, behind an ellipsis. */
export function namesAbove(forest: UnitForest, index: number): string[] {
  const names = ancestorsOf(forest, index, MOST_NAMES).map((above) => unitAt(forest, above).name);
  if ((forest.levels[index] ?? 1) > MOST_NAMES + 1) names.push('…');
  return names.reverse();
}

/** Clouds nest their units five or six levels deep. */
const MOST_NAMES = 8;

/** The unit at `index`; asking beyond the end is a mistake of the caller. */
export function unitAt(forest: UnitForest, index: number): ScopeUnit {
  return unitIn(forest.units, index);
}

/** Who lies in whom, by place in the given list: first child and next sibling, -1 for none. */
interface Links {
  parents: Int32Array;
  firstChild: Int32Array;
  nextSibling: Int32Array;
}

function linksOf(known: readonly ScopeUnit[], placeOf: ReadonlyMap<string, number>): Links {
  const parents = new Int32Array(known.length).fill(-1);
  const firstChild = new Int32Array(known.length).fill(-1);
  const nextSibling = new Int32Array(known.length).fill(-1);
  // Backwards, because each child is put before those that are there.
  for (let place = known.length - 1; place >= 0; place--) {
    const parentId = known[place]?.parentId;
    const parent = parentId === undefined ? undefined : placeOf.get(parentId);
    if (parent === undefined || parent === place) continue;
    parents[place] = parent;
    nextSibling[place] = firstChild[parent] ?? -1;
    firstChild[parent] = place;
  }
  return { parents, firstChild, nextSibling };
}

/** The places in pre-order, and for each the index of its parent in that order. */
function inPreOrder({ parents: parentPlaces, firstChild, nextSibling }: Links) {
  const count = parentPlaces.length;
  const order = new Int32Array(count);
  const parents = new Int32Array(count).fill(-1);
  const indexOfPlace = new Int32Array(count).fill(-1);
  let planted = 0;
  const plant = (place: number, parent: number) => {
    indexOfPlace[place] = planted;
    parents[planted] = parent;
    order[planted++] = place;
  };
  // Depth first without recursion: a hostile chain of 50,000 parents must not end the call stack.
  const plantBranch = (root: number) => {
    plant(root, -1);
    const siblingsLeft = [firstChild[root] ?? -1];
    for (let place = siblingsLeft.pop() ?? -1; place !== -1; place = siblingsLeft.pop() ?? -1) {
      const next = nextSibling[place] ?? -1;
      if (next !== -1) siblingsLeft.push(next);
      if (indexOfPlace[place] !== -1) continue;
      plant(place, indexOfPlace[parentPlaces[place] ?? -1] ?? -1);
      const child = firstChild[place] ?? -1;
      if (child !== -1) siblingsLeft.push(child);
    }
  };
  for (let place = 0; place < count; place++) if (parentPlaces[place] === -1) plantBranch(place);
  for (let place = 0; place < count; place++) if (indexOfPlace[place] === -1) plantBranch(place);
  return { order, parents };
}

function measure(parents: Int32Array) {
  const count = parents.length;
  const sizes = new Int32Array(count).fill(1);
  const levels = new Int32Array(count).fill(1);
  const positions = new Int32Array(count);
  // One slot more than units: the first is for the roots, which have no parent.
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

function unitIn(units: readonly ScopeUnit[], index: number): ScopeUnit {
  const unit = units[index];
  if (!unit) throw new RangeError(`there is no unit ${index}`);
  return unit;
}
