/** Takes every live secret out of a text the vendor wrote, in the forms in which a server may echo it. */
import { longestDetail, responseMessageOf } from '@console/gateway-contract';
import type { Secret } from '../../../ports/secret.ts';
import { createPartSearch, type PartSearch, partLength, type Range } from './part-search.ts';
import { formsOf } from './secret-forms.ts';

const mask = '[secret]';
/** What an error says stands at its beginning. */
const longestSearched = 1_000_000;

/** The gateway's own words from the body of an answer, fit to be shown: no markup, no control characters, no secret and no part of one. */
export function detailOf(body: string, secrets: readonly Secret[]): string | null {
  const known = secrets.map(knownOf);
  // Before the message is found, for cutting it short could cut a secret in two; and after, for unescaping may restore one.
  const message = responseMessageOf(scrub(body.slice(0, longestSearched), known));
  if (message === null) return null;
  const forms = known.flatMap((secret) => secret.forms);
  return withoutSecretAtTheEnd(scrub(message, known), forms).slice(0, longestDetail).toWellFormed();
}

/**
 * A good answer with the secrets of its own call taken out. Only whole ones: a part of eight characters may well be the id of something, and
 * without its ids the answer is of no use. A shorter secret may be an ordinary word, or a part of the JSON.
 */
export function withoutEchoes(text: string, secrets: readonly Secret[]): string {
  return secrets
    .map(knownOf)
    .filter(({ isLong }) => isLong)
    .reduce((left, { forms, search }) => (search.mayHoldWhole(left) ? withoutAny(forms, left) : left), text);
}

type Known = { isLong: boolean; forms: readonly string[]; search: PartSearch };

/** A token is a part of many calls: what is searched for is prepared once for each secret. */
const prepared = new WeakMap<Secret, Known>();

function knownOf(secret: Secret): Known {
  const known = prepared.get(secret);
  if (known !== undefined) return known;
  const value = secret.exposeSecret();
  const forms = formsOf(value);
  const made = { isLong: value.length >= partLength, forms, search: createPartSearch(forms) };
  prepared.set(secret, made);
  return made;
}

// What looks like a token is masked even if it is none of ours. The end is optional so that every beginning is passed over
// only once: an answer full of beginnings would otherwise be searched for minutes.
const anyToken = /eyJ[\w-]{4,}(\s*\.\s*[\w-]+){0,4}/g;

function scrub(text: string, known: readonly Known[]): string {
  const scrubbed = known.reduce((left, { forms, search }) => {
    const short = forms.filter(({ length }) => length < partLength);
    return withoutAny(short, masked(left, search.rangesIn(left)));
  }, text);
  return scrubbed.replace(anyToken, (found) => (found.includes('.') ? mask : found));
}

function masked(text: string, ranges: readonly Range[]): string {
  let at = 0;
  let kept = '';
  for (const { from, to } of ranges) {
    kept += text.slice(at, from) + mask;
    at = to;
  }
  return kept + text.slice(at);
}

/** In any case, and all in one pass that takes masks as they are: a short secret may be a part of their word. */
function withoutAny(forms: readonly string[], text: string): string {
  if (forms.length === 0) return text;
  return text.replaceAll(new RegExp([mask, ...forms].map(escaped).join('|'), 'gi'), mask);
}

function escaped(form: string): string {
  return form.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
}

/** A message that was cut short may end in the beginning of a secret. */
function withoutSecretAtTheEnd(text: string, forms: readonly string[]): string {
  if (!text.endsWith('…')) return text;
  const kept = text.slice(0, -1);
  const lower = kept.toLowerCase();
  for (const form of forms.map((one) => one.toLowerCase())) {
    for (let length = Math.min(form.length, lower.length); length >= 4; length -= 1) {
      if (lower.endsWith(form.slice(0, length))) return `${kept.slice(0, -length)}${mask}`;
    }
  }
  return text;
}
