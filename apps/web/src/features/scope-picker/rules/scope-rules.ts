import type { UnitForest } from '../tree/unit-forest.ts';

export type ScopeRule = 'include' | 'exclude';
/** What a person can choose for a unit; `inherit` means that it has no rule of its own. */
export type ScopeChoice = ScopeRule | 'inherit';

/**
 * What was chosen, by unit id: a handful of rules, whatever the number of units. An exclusion holds for everything below it,
 * and no inclusion there takes it back (decision 020); else a unit is in scope when it or one above it is included. Rules of
 * units that no longer exist stay.
 */
export type ScopeRules = ReadonlyMap<string, ScopeRule>;

/** The rules worked out over all units, in one walk. */
export interface ResolvedScope {
  readonly rules: ScopeRules;
  /** 1 where the unit is in scope. */
  readonly included: Uint8Array;
  /** 1 where the unit, or one above it, is excluded. */
  readonly excluded: Uint8Array;
  /** How many units, and how much weight, are in scope before each index; one entry more than units. */
  readonly unitsBefore: Int32Array;
  readonly weightBefore: Float64Array;
  /** The total weight before each index. */
  readonly totalBefore: Float64Array;
}

export type BranchState = 'all' | 'none' | 'some';

/** Works the rules out: a parent stands before its children, so one pass forward is enough. */
export function resolveScope(forest: UnitForest, rules: ScopeRules): ResolvedScope {
  const count = forest.units.length;
  const included = new Uint8Array(count);
  const excluded = new Uint8Array(count);
  const unitsBefore = new Int32Array(count + 1);
  const weightBefore = new Float64Array(count + 1);
  const totalBefore = new Float64Array(count + 1);
  for (const [id, rule] of rules) {
    const index = forest.indexOf.get(id);
    if (index !== undefined) (rule === 'include' ? included : excluded)[index] = 1;
  }
  for (let index = 0; index < count; index++) {
    const parent = forest.parents[index] ?? -1;
    const out = (excluded[index] ?? 0) | (excluded[parent] ?? 0);
    const holds = out === 1 ? 0 : (included[index] ?? 0) | (included[parent] ?? 0);
    const weight = forest.weights[index] ?? 0;
    excluded[index] = out;
    included[index] = holds;
    unitsBefore[index + 1] = (unitsBefore[index] ?? 0) + holds;
    weightBefore[index + 1] = (weightBefore[index] ?? 0) + holds * weight;
    totalBefore[index + 1] = (totalBefore[index] ?? 0) + weight;
  }
  return { rules, included, excluded, unitsBefore, weightBefore, totalBefore };
}

/** How much of the branch at `index` is in scope. */
export function branchState(forest: UnitForest, scope: ResolvedScope, index: number): BranchState {
  const size = forest.sizes[index] ?? 1;
  const inside = between(scope.unitsBefore, index, index + size);
  if (inside === 0) return 'none';
  return inside === size ? 'all' : 'some';
}

/** The weight in scope and in all of the branch at `index`. */
export function branchCount(forest: UnitForest, scope: ResolvedScope, index: number) {
  const end = index + (forest.sizes[index] ?? 1);
  return { included: between(scope.weightBefore, index, end), total: between(scope.totalBefore, index, end) };
}

/** The weight in scope and in all. */
export function scopeCount(scope: ResolvedScope) {
  return { included: scope.weightBefore.at(-1) ?? 0, total: scope.totalBefore.at(-1) ?? 0 };
}

/** The index of the unit whose rule decides over `index`, itself or one above: the nearest excluded one, else the nearest included, else -1. */
export function decidingUnit(forest: UnitForest, rules: ScopeRules, index: number): number {
  let including = -1;
  for (let at = index; at !== -1; at = forest.parents[at] ?? -1) {
    const rule = rules.get(forest.units[at]?.id ?? '');
    if (rule === 'exclude') return at;
    if (rule === 'include' && including === -1) including = at;
  }
  return including;
}

/** Below an excluded unit, where no inclusion holds. */
export function isBelowExcluded(forest: UnitForest, { excluded }: ResolvedScope, index: number): boolean {
  return excluded[forest.parents[index] ?? -1] === 1;
}

/** The rules with one choice for each of `ids`; rules of other units stay as they are. */
export function chooseForUnits(rules: ScopeRules, ids: Iterable<string>, choice: ScopeChoice): ScopeRules {
  const next = new Map(rules);
  for (const id of ids) {
    if (choice === 'inherit') next.delete(id);
    else next.set(id, choice);
  }
  return next;
}

/** One choice for a unit and everything below it: the rules inside the branch are gone. */
export function chooseForBranch(
  forest: UnitForest,
  rules: ScopeRules,
  index: number,
  choice: ScopeChoice,
): ScopeRules {
  const end = index + (forest.sizes[index] ?? 1);
  const next = new Map(rules);
  for (const id of rules.keys()) {
    const place = forest.indexOf.get(id);
    if (place !== undefined && place >= index && place < end) next.delete(id);
  }
  const id = forest.units[index]?.id;
  return id === undefined ? next : chooseForUnits(next, [id], choice);
}

/**
 * What a click on a branch's box does: everything in, and when everything is in, everything out. Below an excluded unit
 * nothing can be in, so that rules are only taken back there.
 */
export function toggleBranch(forest: UnitForest, scope: ResolvedScope, index: number): ScopeRules {
  if (isBelowExcluded(forest, scope, index)) return chooseForBranch(forest, scope.rules, index, 'inherit');
  const parent = forest.parents[index] ?? -1;
  const inherited = parent === -1 ? 0 : (scope.included[parent] ?? 0);
  const wanted = branchState(forest, scope, index) === 'all' ? 0 : 1;
  if (wanted === inherited) return chooseForBranch(forest, scope.rules, index, 'inherit');
  return chooseForBranch(forest, scope.rules, index, wanted === 1 ? 'include' : 'exclude');
}

/** Chosen units that the picture does not have: deleted, moved away, or mistyped. They are shown, never dropped. */
export function missingUnits(forest: UnitForest, rules: ScopeRules): string[] {
  return [...rules.keys()].filter((id) => !forest.indexOf.has(id));
}

function between(running: Int32Array | Float64Array, from: number, to: number): number {
  return (running[to] ?? 0) - (running[from] ?? 0);
}
