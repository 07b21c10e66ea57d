import type { ConnectorSummary } from '@console/console-contract';
import { listFacts } from './list-facts.tsx';

export type ConnectorSort = { field: string; direction: 'ascending' | 'descending' };

/** Fields by which the list can be sorted. */
export const sortFields: readonly string[] = listFacts.flatMap(({ id, sort }) => (sort ? [id] : []));

/** Trouble first: errors, then what is under way or unknown, then what succeeded; disabled ones ask for nothing. */
const defaultSort: ConnectorSort = { field: 'state', direction: 'ascending' };

export function isTroubleFirst({ field, direction }: ConnectorSort): boolean {
  return field === defaultSort.field && direction === defaultSort.direction;
}

/** Reads `-lastSync` as it stands in the address; anything else puts trouble first. */
export function parseSort(text: string | null): ConnectorSort {
  const field = sortFields.find((one) => one === text?.replace(/^-/, ''));
  if (field === undefined) return defaultSort;
  return { field, direction: text?.startsWith('-') ? 'descending' : 'ascending' };
}

/** `null` for the order that needs no saying. */
export function printSort(sort: ConnectorSort): string | null {
  if (isTroubleFirst(sort)) return null;
  const { field, direction } = sort;
  return direction === 'descending' ? `-${field}` : field;
}

/** A sorted copy. What is not known stands last in both directions; equals are ordered by name and id. */
export function sortConnectors(
  rows: readonly ConnectorSummary[],
  { field, direction }: ConnectorSort,
): ConnectorSummary[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyOf = listFacts.find(({ id }) => id === field)?.sort ?? (({ name }) => name);
  return rows.toSorted((a, b) => compare(keyOf(a), keyOf(b), sign) || byName(a, b));
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
  return sign * (Number(a) - Number(b));
}

function byName(a: ConnectorSummary, b: ConnectorSummary): number {
  return collator.compare(a.name, b.name) || a.id.localeCompare(b.id);
}
