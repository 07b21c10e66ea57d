/** What the filter of the list means. A token's values are joined by *or*, tokens and words by *and*. */
import type { ConnectorSummary } from '@console/console-contract';
import { type FilterText, parseFilterText } from '../../../shared/text/filter-text.ts';
import { type FilterKey, type FilterToken, valuesIn } from '../../../ui/filter/token-draft.ts';
import type { Condition } from './filter-conditions.ts';
import { listFacts } from './list-facts.tsx';

export type ConnectorFilter = FilterText;

const filters = listFacts.flatMap(({ filter }) => filter ?? []);

const suggestedFirst = ['cloud', 'state', 'enabled', 'capability'];

/** What has few values is suggested first, the others in the order of the columns. */
export const filterKeys: readonly FilterKey[] = [
  ...suggestedFirst.flatMap((key) => filters.filter((filter) => filter.key === key)),
  ...filters.filter(({ key }) => !suggestedFirst.includes(key)),
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

/** What one token asks of a connector, or the sentence that says why it means nothing. */
function conditionOf({ key, value }: FilterToken, now: number): Condition | string {
  const filter = filters.find((one) => one.key === key);
  // No word of a list that is known beforehand holds a comma.
  const parts = filter?.values ? value.replaceAll('"', '').split(',') : valuesIn(value);
  const values = parts.map((part) => part.trim().toLowerCase()).filter(Boolean);
  const conditions = values.map((one) => filter?.reads(one, now) ?? `There is no ${key}:${one}.`);
  const complaint = conditions.find((condition) => typeof condition === 'string');
  if (complaint !== undefined) return complaint;
  const any = conditions.filter((condition) => typeof condition !== 'string');
  return (connector) => any.some((condition) => condition(connector));
}
