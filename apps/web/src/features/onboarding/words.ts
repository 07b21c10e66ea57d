/** Values that both wizards have, as the words that the summary and the review show. */

export function capabilitiesText({ cspm }: { cspm: boolean }): string {
  return cspm ? 'Asset Inventory, CSPM' : 'Asset Inventory';
}

/** “12 groups”, “1 unit” */
export function countText(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** “Every day”, “Every 3 days” */
export function every(count: number, unit: 'day' | 'hour'): string {
  return count === 1 ? `Every ${unit}` : `Every ${count} ${unit}s`;
}

const MOST_NAMES = 12;

/** The first dozen names, and how many more there are. */
export function namesText(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ');
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${shown} and ${more.toLocaleString('en')} more` : shown;
}
