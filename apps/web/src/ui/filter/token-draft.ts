/** One condition of a filter: `state` is `errors,running`; with the key `-state` it is neither of them. */
export interface FilterToken {
  key: string;
  value: string;
}

/** A key that the filter knows, with the values it can suggest. Other values stay possible. */
export interface FilterKey {
  key: string;
  description?: string | undefined;
  values?: readonly string[] | undefined;
  /** `-key:` can be said too, for what is *not* so. */
  negates?: true | undefined;
}

/** The key of a token without its minus, and whether it had one. */
export function keyOfToken({ key }: Pick<FilterToken, 'key'>): { key: string; isNot: boolean } {
  return key.startsWith('-') ? { key: key.slice(1), isNot: true } : { key, isNot: false };
}

/** A token as it is read out and drawn: "not state: errors". */
export function tokenText({ value, ...token }: FilterToken): string {
  const { key, isNot } = keyOfToken(token);
  return `${isNot ? 'not ' : ''}${key}: ${value}`;
}

/** Something to choose from the list: it replaces the last word of the draft, or turns that word into a token. */
export type Suggestion =
  | { kind: 'key'; id: string; key: string; description: string | undefined }
  | { kind: 'value'; id: string; token: FilterToken; value: string };

/** What is being typed: words, the last of which may be the beginning of a token. */
export interface Draft {
  /** The words that are no tokens: what the list is searched for. */
  plain: string;
  /** Tokens that were typed to their end. */
  complete: FilterToken[];
}

/** Tells plain words from typed tokens. A word counts as a token when its key is known and a value follows the colon. */
export function readDraft(text: string, keys: readonly FilterKey[]): Draft {
  const complete: FilterToken[] = [];
  const plain: string[] = [];
  for (const word of wordsOf(text)) {
    const token = tokenOf(word, keys);
    if (!token) plain.push(word);
    else if (token.value !== '')
      complete.push({ key: token.key, value: joinedValues(valuesIn(token.value)) });
  }
  return { plain: plain.join(' '), complete };
}

/** What could follow the last word: keys for a bare word, values after `key:` and after each comma. */
export function suggestionsFor(text: string, keys: readonly FilterKey[]): Suggestion[] {
  const word = lastWord(text);
  const token = tokenOf(word, keys);
  if (!token) return keysFor(word, keys);
  const known = keys.find(({ key }) => key === keyOfToken(token).key)?.values ?? [];
  const comma = token.value.lastIndexOf(',');
  const before = token.value.slice(0, comma + 1);
  const taken = new Set(before.split(','));
  return known
    .filter((value) => begins(value, token.value.slice(comma + 1)) && !taken.has(value))
    .map((value) => ({
      kind: 'value',
      id: `${token.key}:${before}${value}`,
      value,
      token: { key: token.key, value: before + value },
    }));
}

/** The draft without the word that is being completed. */
export function withoutLastWord(text: string): string {
  return text.slice(0, text.length - lastWord(text).length);
}

/** True when a space typed now would end a token and not stand inside quotes. */
export function endsToken(text: string, keys: readonly FilterKey[]): boolean {
  const token = tokenOf(lastWord(text), keys);
  return token !== undefined && token.value !== '' && !endsInQuotes(token.value);
}

/** The values of a token. Commas stand between them; one inside quotes is a part of its value. */
export function valuesIn(value: string): string[] {
  const values: string[] = [];
  let [one, isQuoted] = ['', false];
  for (const character of value) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character !== ',' || isQuoted) one += character;
    else {
      values.push(one);
      one = '';
    }
  }
  return [...values, one];
}

/** A token's value of several: quotes stand around those alone that hold a comma. */
function joinedValues(values: readonly string[]): string {
  return values.map((one) => (one.includes(',') ? `"${one}"` : one)).join(',');
}

/** `tokens` with each of `added` put in; a key stands once, the new value wins. */
export function withTokens(tokens: readonly FilterToken[], added: readonly FilterToken[]): FilterToken[] {
  const fresh = new Map(added.map((token) => [token.key, token]));
  const kept = tokens.map((token) => fresh.get(token.key) ?? token);
  const known = new Set(tokens.map((token) => token.key));
  return [...kept, ...[...fresh.values()].filter((token) => !known.has(token.key))];
}

function keysFor(word: string, keys: readonly FilterKey[]): Suggestion[] {
  const spelled = word.startsWith('-')
    ? keys.filter(({ negates }) => negates).map((one) => ({ ...one, key: `-${one.key}` }))
    : keys;
  return spelled
    .filter(({ key }) => begins(key, word))
    .map(({ key, description }) => ({ kind: 'key', id: key, key, description }));
}

function tokenOf(word: string, keys: readonly FilterKey[]): FilterToken | undefined {
  const colon = word.indexOf(':');
  if (colon < 0) return undefined;
  const token = { key: word.slice(0, colon).toLowerCase(), value: word.slice(colon + 1) };
  const { key, isNot } = keyOfToken(token);
  const known = keys.find((candidate) => candidate.key === key);
  return known && (known.negates || !isNot) ? token : undefined;
}

function wordsOf(text: string): string[] {
  return text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? [];
}

function lastWord(text: string): string {
  const word = wordsOf(text).at(-1) ?? '';
  return text.endsWith(word) ? word : '';
}

function begins(candidate: string, typed: string): boolean {
  return candidate.toLowerCase().startsWith(typed.toLowerCase());
}

function endsInQuotes(value: string): boolean {
  return value.replaceAll(/[^"]/g, '').length % 2 === 1;
}
