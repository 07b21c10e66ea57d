import { hasChildren, type UnitForest, unitAt } from './unit-forest.ts';

/** The ids of the units whose children are shown. */
export type OpenUnits = ReadonlySet<string>;

/** The indexes that a person sees, from top to bottom: a walk that jumps over closed branches. */
export function visibleUnits(forest: UnitForest, open: OpenUnits): Int32Array {
  const visible = new Int32Array(forest.units.length);
  let count = 0;
  for (let index = 0; index < visible.length; ) {
    visible[count++] = index;
    const size = forest.sizes[index] ?? 1;
    // Most units have nothing below them: those are stepped over without asking.
    index += size === 1 || open.has(forest.units[index]?.id ?? '') ? 1 : size;
  }
  return visible.slice(0, count);
}

/** At first the roots are open: one level below them is seen. */
export function openRoots(forest: UnitForest): OpenUnits {
  return openWhere(forest, (index) => forest.parents[index] === -1);
}

/** Every branch open. */
export function openAll(forest: UnitForest): OpenUnits {
  return openWhere(forest, () => true);
}

/** One unit opened or closed. */
export function toggleOpen(open: OpenUnits, id: string): OpenUnits {
  const next = new Set(open);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The unit's siblings (and itself) opened, as the star key asks. */
export function openSiblings(forest: UnitForest, open: OpenUnits, index: number): OpenUnits {
  const parent = forest.parents[index];
  return new Set([...open, ...openWhere(forest, (other) => forest.parents[other] === parent)]);
}

function openWhere(forest: UnitForest, wanted: (index: number) => boolean): Set<string> {
  const open = new Set<string>();
  for (let index = 0; index < forest.units.length; index++) {
    if (hasChildren(forest, index) && wanted(index)) open.add(unitAt(forest, index).id);
  }
  return open;
}
