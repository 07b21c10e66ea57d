import { numberText } from '../../ui/time/number-text.ts';

/** The words of the cloud at hand, and what of its ids can be chosen: "management group", "organizational units", "subscriptions". */
export interface ScopeLabels {
  unit: string;
  units: string;
  /** What lies in units and is counted; without member counts it is never shown. */
  members?: string | undefined;
  /** The id of a unit whose id is known in another spelling too. */
  otherSpelling?: ((id: string) => string | undefined) | undefined;
  /** What is no unit of the tree and may be chosen all the same: an account beside organizational units. */
  beside?: { is: (id: string) => boolean; one: string; many: string } | undefined;
  /** The unit above all others, which is in scope as long as nothing is included: "the whole organization". */
  whole?: { id: string; words: string } | undefined;
  /** Where not every text can be an id: which can, and the rule in words. */
  ids?: { are: (id: string) => boolean; rule: string } | undefined;
}

/** What the counts count. */
export function countedNoun(labels: ScopeLabels, countsMembers: boolean): string {
  return countsMembers ? (labels.members ?? 'members') : labels.units;
}

/** "1,204 of 1,655 accounts" */
export function countSentence(count: { included: number; total: number }, noun: string): string {
  return `${numberText(count.included)} of ${numberText(count.total)} ${noun}`;
}

/** "1 unit", "1,204 units" */
export function unitsText(count: number, { unit, units }: ScopeLabels): string {
  return `${numberText(count)} ${count === 1 ? unit : units}`;
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
