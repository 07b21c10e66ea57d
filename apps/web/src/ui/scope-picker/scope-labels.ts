/** The words of the cloud at hand: "management group", "organizational units", "subscriptions". */
export interface ScopeLabels {
  unit: string;
  units: string;
  /** What lies in units and is counted; without member counts it is never shown. */
  members?: string | undefined;
  /** What is no unit of the tree and may be chosen all the same: an account beside organizational units. */
  beside?: { is: (id: string) => boolean; one: string; many: string } | undefined;
}

/** What the counts count. */
export function countedNoun(labels: ScopeLabels, countsMembers: boolean): string {
  return countsMembers ? (labels.members ?? 'members') : labels.units;
}

/** "1,204 of 1,655 accounts" */
export function countSentence(count: { included: number; total: number }, noun: string): string {
  return `${formatCount(count.included)} of ${formatCount(count.total)} ${noun}`;
}

/** One formatter for all rows: making one per number is what makes number formatting slow. */
const COUNTS = new Intl.NumberFormat('en');

/** "1,204" */
export function formatCount(count: number): string {
  return COUNTS.format(count);
}
