/** What the filter of the list means. A token's values are joined by *or*, tokens and words by *and*. */
import type { ConnectorSummary } from '@console/console-contract';
import { type FilterText, parseFilterText } from '../../shared/filter-text.ts';
import type { FilterKey } from '../../ui/token-draft.ts';
import { conditionOf } from './filter-conditions.ts';

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
  matches: (connector: ConnectorSummary) => boolean;
  /** Tokens that mean nothing; they are left out and the rest applies. */
  errors: { message: string; token: number }[];
};

/** Makes a test of the filter; `now` in milliseconds decides what `synced:<24h` means. */
export function compileFilter(filter: ConnectorFilter, now: number): CompiledFilter {
  const errors: CompiledFilter['errors'] = [];
  const conditions = wordConditions(filter.text);
  filter.tokens.forEach((token, index) => {
    const condition = conditionOf(token, now);
    if (typeof condition === 'string') errors.push({ message: condition, token: index });
    else conditions.push(condition);
  });
  return { matches: (connector) => conditions.every((condition) => condition(connector)), errors };
}

/** Every plain word must stand somewhere in the name, the id, the tenant or the organization. */
function wordConditions(text: string): ((connector: ConnectorSummary) => boolean)[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return words.map((word) => (connector) => searchedTextOf(connector).includes(word));
}

/** Searches once: what is looked in is then made, and the code compiled, before the first key waits for both. */
export function prepareSearch(connectors: readonly ConnectorSummary[]): void {
  connectors.filter(compileFilter({ text: 'e', tokens: [] }, 0).matches);
}

/** Kept for as long as the row is: ten thousand names in small letters are not made again at every key. */
const searchedTexts = new WeakMap<ConnectorSummary, string>();

function searchedTextOf(connector: ConnectorSummary): string {
  const known = searchedTexts.get(connector);
  if (known !== undefined) return known;
  const { name, id, tenantId, organizationId } = connector;
  // No word has a line break in it, so none is found across two of them.
  const text = `${name}\n${id}\n${tenantId ?? ''}\n${organizationId ?? ''}`.toLowerCase();
  searchedTexts.set(connector, text);
  return text;
}
