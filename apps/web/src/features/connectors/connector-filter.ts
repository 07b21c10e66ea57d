/** What the filter of the list means. A token's values are joined by *or*, tokens and words by *and*. */
import type { ConnectorSummary } from '@console/console-contract';
import { type FilterText, parseFilterText } from '../../shared/filter-text.ts';
import type { FilterKey } from '../../ui/token-draft.ts';
import { type Condition, conditionOf } from './filter-conditions.ts';

export type ConnectorFilter = FilterText;

export const filterKeys: readonly FilterKey[] = [
  { key: 'cloud', description: 'azure, aws', values: ['azure', 'aws'] },
  {
    key: 'state',
    description: 'of the last job',
    values: ['errors', 'running', 'queued', 'pending', 'succeeded', 'unknown', 'disabled'],
  },
  { key: 'enabled', description: 'yes, no', values: ['yes', 'no'] },
  { key: 'capability', description: 'what it collects', values: ['AI', 'CI', 'CSPM', 'CSA'] },
  { key: 'name', description: '* stands for anything: prod*' },
  { key: 'org', description: 'tenant or organization id' },
  { key: 'synced', description: '<24h, >7d, never', values: ['<24h', '>24h', '>7d', 'never'] },
  { key: 'error', description: 'words of the newest error' },
];

export function parseFilter(text: string): ConnectorFilter {
  return parseFilterText(text, filterKeys);
}

export type CompiledFilter = {
  /** `text` is the connector's `searchedText`. */
  matches: (connector: ConnectorSummary, text: string) => boolean;
  /** Tokens that mean nothing; they are left out and the rest applies. */
  errors: { message: string; token: number }[];
};

/** Makes a test of the filter; `now` in milliseconds decides what `synced:<24h` means. */
export function compileFilter(filter: ConnectorFilter, now: number): CompiledFilter {
  const errors: CompiledFilter['errors'] = [];
  const conditions: Condition[] = [];
  filter.tokens.forEach((token, index) => {
    const condition = conditionOf(token, now);
    if (typeof condition === 'string') errors.push({ message: condition, token: index });
    else conditions.push(condition);
  });
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (connector: ConnectorSummary, text: string) =>
    words.every((word) => text.includes(word)) && conditions.every((condition) => condition(connector));
  return { matches, errors };
}

/**
 * What plain words are looked for in: name, ids, tenant and organization in small letters. Made once for a list, as ten
 * thousand of them at every key would be noticed.
 */
export function searchedText({ name, id, uuid, tenantId, organizationId }: ConnectorSummary): string {
  // No word has a line break in it, so none is found across two of them.
  return `${name}\n${id}\n${uuid ?? ''}\n${tenantId ?? ''}\n${organizationId ?? ''}`.toLowerCase();
}
