/** What the filter of the list means. A token's values are joined by *or*, tokens and words by *and*; a minus says *not*. */
import type { ConnectorSummary } from '@console/console-contract';
import { type FilterText, parseFilterText } from '../../../shared/text/filter-text.ts';
import { type FilterKey, type FilterToken, keyOfToken, valuesIn } from '../../../ui/filter/token-draft.ts';
import type { FilterError } from '../../../ui/filter/token-filter-input.tsx';
import type { Condition } from './filter-conditions.ts';
import { type ListFilter, listFacts } from './list-facts.tsx';
import { nearestWord } from './nearest-word.ts';

export type ConnectorFilter = FilterText;

const filters = listFacts.flatMap(({ filter }) => (filter ? { ...filter, negates: true as const } : []));

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
  errors: FilterError[];
};

/** Makes a test of the filter; `now` in milliseconds decides what `synced:<24h` means. */
export function compileFilter(filter: ConnectorFilter, now: number): CompiledFilter {
  const errors: CompiledFilter['errors'] = [];
  const conditions: Condition[] = [];
  filter.tokens.forEach((token, index) => {
    const condition = conditionOf(token, now);
    if (typeof condition === 'function') conditions.push(condition);
    else errors.push({ ...condition, token: index });
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

/** What one token asks of a connector, or the sentence that says why it means nothing and what was probably meant. */
function conditionOf(token: FilterToken, now: number): Condition | FilterError {
  const { key, isNot } = keyOfToken(token);
  const filter = filters.find((one) => one.key === key);
  if (filter === undefined) return { message: `The list has no ${key}.` };
  const conditions: Condition[] = [];
  for (const value of wordsOfToken(token)) {
    const condition = filter.reads(value, now);
    if (typeof condition === 'string')
      return { message: condition, instead: insteadOf(token, value, filter) };
    conditions.push(condition);
  }
  const isAny: Condition = (connector) => conditions.some((condition) => condition(connector));
  return isNot ? (connector) => !isAny(connector) : isAny;
}

/** The values of a token in small letters, each by the name that the list has for it: `failed` is `errors`. */
export function wordsOfToken(token: FilterToken): string[] {
  const filter = filters.find(({ key }) => key === keyOfToken(token).key);
  // No word of a list that is known beforehand holds a comma.
  const parts = filter?.values ? token.value.replaceAll('"', '').split(',') : valuesIn(token.value);
  const words = parts.map((part) => part.trim().toLowerCase()).filter(Boolean);
  return words.map((word) => filter?.synonyms?.get(word) ?? word);
}

function insteadOf(token: FilterToken, wrong: string, { values = [], synonyms = new Map() }: ListFilter) {
  const near = nearestWord(wrong, [...values, ...synonyms.keys()]);
  if (near === undefined) return undefined;
  const word = synonyms.get(near) ?? near;
  const right = wordsOfToken(token).map((one) => (one === wrong ? word : one));
  return { word, token: { ...token, value: [...new Set(right)].join(',') } };
}
