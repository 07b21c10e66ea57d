/** The words of the cloud at hand: "management group", "organizational units", "subscriptions". */
export interface ScopeLabels {
  unit: string;
  units: string;
  /** What lies in units and is counted; without member counts it is never shown. */
  members?: string | undefined;
}

/** What the counts count. */
export function countedNoun(labels: ScopeLabels, countsMembers: boolean): string {
  return countsMembers ? (labels.members ?? 'members') : labels.units;
}

/** "1,204 of 1,655 accounts" */
export function countSentence(count: { included: number; total: number }, noun: string): string {
  return `${count.included.toLocaleString('en')} of ${count.total.toLocaleString('en')} ${noun}`;
}
