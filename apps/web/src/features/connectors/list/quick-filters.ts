/** The conditions that most visits ask for: one press each, and how many connectors each would show. */
import type { ConnectorSummary } from '@console/console-contract';
import type { FilterToken } from '../../../ui/filter/token-draft.ts';
import { type ConnectorFilter, compileFilter, wordsOfToken } from './connector-filter.ts';

export type QuickFilter = { key: 'state' | 'cloud'; value: string; label: string; rare?: true };

export type QuickCounts = ReadonlyMap<QuickFilter, number>;

export const quickFilters: readonly QuickFilter[] = [
  { key: 'state', value: 'errors', label: 'Errors' },
  { key: 'state', value: 'running', label: 'Running' },
  { key: 'state', value: 'queued', label: 'Queued', rare: true },
  { key: 'state', value: 'pending', label: 'Pending', rare: true },
  { key: 'state', value: 'unknown', label: 'Unknown', rare: true },
  { key: 'state', value: 'succeeded', label: 'Succeeded' },
  { key: 'state', value: 'disabled', label: 'Disabled' },
  { key: 'cloud', value: 'azure', label: 'Azure' },
  { key: 'cloud', value: 'aws', label: 'AWS' },
];

export function isPressed({ tokens }: ConnectorFilter, { key, value }: QuickFilter): boolean {
  return tokens.some((token) => token.key === key && wordsOfToken(token).includes(value));
}

/** The tokens with this condition put in or taken out, as a user would type them: a second state is joined by *or*. */
export function pressed({ tokens }: ConnectorFilter, { key, value }: QuickFilter): FilterToken[] {
  const token = tokens.find((one) => one.key === key);
  if (token === undefined) return [...tokens, { key, value }];
  const words = wordsOfToken(token);
  const left = words.includes(value) ? words.filter((word) => word !== value) : [...words, value];
  if (left.length === 0) return tokens.filter((one) => one !== token);
  return tokens.map((one) => (one === token ? { key, value: left.join(',') } : one));
}

/**
 * Each condition is counted among the connectors that the rest of the filter lets through, so that its number is that of the
 * rows which it would show. `texts` are those of `compileFilter`.
 */
export function countQuickFilters(
  connectors: readonly ConnectorSummary[],
  texts: readonly string[],
  filter: ConnectorFilter,
  now: number,
): QuickCounts {
  const counts = new Map<QuickFilter, number>();
  for (const key of ['state', 'cloud'] as const) {
    const others = { ...filter, tokens: filter.tokens.filter((token) => token.key !== key) };
    const { matches } = compileFilter(others, now);
    const byValue = new Map<string, number>();
    // Once through the rows, however many conditions there are: it is done at every key of the filter.
    connectors.forEach((connector, at) => {
      if (!matches(connector, texts[at] ?? '')) return;
      const value = shownValue[key](connector);
      byValue.set(value, (byValue.get(value) ?? 0) + 1);
    });
    for (const quick of quickFilters.filter((one) => one.key === key))
      counts.set(quick, byValue.get(quick.value) ?? 0);
  }
  return counts;
}

const shownValue: Record<QuickFilter['key'], (connector: ConnectorSummary) => string> = {
  // As the column has it and the filter understands it.
  state: ({ state, enabled }) => (enabled === false ? 'disabled' : state),
  cloud: ({ cloud }) => cloud,
};
