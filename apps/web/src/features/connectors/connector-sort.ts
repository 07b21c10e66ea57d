import type { ConnectorSummary } from '@console/console-contract';

export const sortFields = [
  'name',
  'cloud',
  'state',
  'organization',
  'members',
  'lastSync',
  'nextSync',
  'newestError',
] as const;
export type SortField = (typeof sortFields)[number];
export type ConnectorSort = { field: SortField; direction: 'ascending' | 'descending' };

const defaultSort: ConnectorSort = { field: 'name', direction: 'ascending' };

/** Reads `-lastSync` as it stands in the address; anything else sorts by name. */
export function parseSort(text: string | null): ConnectorSort {
  const field = sortFields.find((one) => one === text?.replace(/^-/, ''));
  if (field === undefined) return defaultSort;
  return { field, direction: text?.startsWith('-') ? 'descending' : 'ascending' };
}

/** `null` for the order that needs no saying. */
export function printSort({ field, direction }: ConnectorSort): string | null {
  if (field === defaultSort.field && direction === defaultSort.direction) return null;
  return direction === 'descending' ? `-${field}` : field;
}

/** A sorted copy. What is not known stands last in both directions; equals are ordered by name and id. */
export function sortConnectors(
  rows: readonly ConnectorSummary[],
  { field, direction }: ConnectorSort,
): ConnectorSummary[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => compare(KEYS[field](a), KEYS[field](b), sign) || byName(a, b));
}

const KEYS: Record<SortField, (connector: ConnectorSummary) => string | number | null> = {
  name: ({ name }) => name,
  cloud: ({ cloud }) => cloud,
  // What needs a person first: disabled connectors ask for nothing, so they stand at the end.
  state: ({ state, enabled }) => (enabled === false ? 9 : STATE_ORDER.indexOf(state)),
  organization: ({ organizationId }) => organizationId,
  members: ({ members }) => members,
  lastSync: ({ lastSync }) => (lastSync === null ? null : Date.parse(lastSync)),
  nextSync: ({ nextSync }) => (nextSync === null ? null : Date.parse(nextSync)),
  newestError: ({ newestError }) => newestError,
};

const STATE_ORDER: ConnectorSummary['state'][] = [
  'errors',
  'unknown',
  'running',
  'queued',
  'pending',
  'succeeded',
];
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function compare(a: string | number | null, b: string | number | null, sign: number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'string' && typeof b === 'string') return sign * collator.compare(a, b);
  return sign * (Number(a) - Number(b));
}

function byName(a: ConnectorSummary, b: ConnectorSummary): number {
  return collator.compare(a.name, b.name) || a.id.localeCompare(b.id);
}
