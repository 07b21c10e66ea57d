/**
 * A filter as text, `cloud:aws state:errors,running name:"prod*" prod`, the way it stands in an address. Pure: reading
 * and printing; what a token means is its list's own matter.
 */
import {
  type FilterKey,
  type FilterToken,
  readDraft,
  valuesIn,
  withTokens,
} from '../../ui/filter/token-draft.ts';

export type FilterText = { tokens: FilterToken[]; text: string };

/** Reads the text of a filter. What cannot be a token becomes words; of two tokens with one key the later wins. */
export function parseFilterText(text: string, keys: readonly FilterKey[]): FilterText {
  const { plain, complete } = readDraft(text, keys);
  const tokens = complete
    .map(({ key, value }) => ({ key, value: value.trim() }))
    .filter(({ value }) => value !== '');
  return { tokens: withTokens([], tokens), text: plain.replaceAll('"', '').trim() };
}

/** The text that `parseFilterText` reads back to the same filter. */
export function printFilterText({ tokens, text }: FilterText): string {
  return [...tokens.map(printToken), text.replaceAll('"', '').trim()].filter((part) => part !== '').join(' ');
}

function printToken({ key, value }: FilterToken): string {
  const values = valuesIn(value).map((one) => (/[\s,]/.test(one) ? `"${one}"` : one));
  return `${key}:${values.join(',')}`;
}
