/** Values that both wizards have, as the words that the summary and the review show. */
import { namesInLine } from '@console/console-contract';
import { numberText } from '../../ui/time/number-text.ts';

export function capabilitiesText({ cspm }: { cspm: boolean }): string {
  return cspm ? 'Asset Inventory, CSPM' : 'Asset Inventory';
}

/** “12 groups”, “1 unit” */
export function countText(count: number, one: string, many: string): string {
  return `${numberText(count)} ${count === 1 ? one : many}`;
}

/** “Every day”, “Every 3 days” */
export function every(count: number, unit: 'day' | 'hour'): string {
  return count === 1 ? `Every ${unit}` : `Every ${count} ${unit}s`;
}

/** What was typed, cut where it is longer than it may be: an overlong text is the field's to show, not every page's. */
export function clipped(text: string, most: number): string {
  const trimmed = text.trim();
  return trimmed.length > most ? `${trimmed.slice(0, most).trimEnd()}…` : trimmed;
}

const MOST_NAMES = 12;

/** The first dozen names, and how many more there are. */
export function namesText(names: readonly string[]): string {
  return firstDozen(names.map((name) => namesInLine([name])));
}

/** The same of texts that stand as they are. */
export function firstDozen(texts: readonly string[]): string {
  const shown = texts.slice(0, MOST_NAMES).join(', ');
  const more = texts.length - MOST_NAMES;
  return more > 0 ? `${shown} and ${numberText(more)} more` : shown;
}
