/** Signs that a pasted value may hold and no user sees: what they are called, and whether a text has any other. */

/** Spaces but the plain one, what joins, directs or fills without a shape, and what only changes the sign before it. */
const UNSEEN =
  /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\p{Variation_Selector}|\u034f|(?! )\p{Zs}/u;
const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu');

/** Plain white space is no sign of this kind: it is left out at both ends, as everywhere. */
const PLAIN_ENDS = /^[ \t\r\n]+|[ \t\r\n]+$/g;

const NAMES: Readonly<Record<string, string>> = {
  '\t': 'tab',
  '\n': 'line break',
  '\r': 'line break',
  '\u00a0': 'no-break space',
  '\u00ad': 'soft hyphen',
  '\u200b': 'zero-width space',
  '\u200c': 'zero-width non-joiner',
  '\u200d': 'zero-width joiner',
  '\u202f': 'narrow no-break space',
  '\u2060': 'word joiner',
  '\ufeff': 'byte order mark',
};

/** What is wrong with an id, an ARN or a secret that was pasted with such a sign, and what to do: the same words at the field and from the server. */
export function unseenProblem(text: string): string | undefined {
  const plain = text.replace(PLAIN_ENDS, '');
  const at = plain.search(UNSEEN);
  if (at === -1) return undefined;
  const sign = String.fromCodePoint(plain.codePointAt(at) ?? 0);
  const end = at + sign.length;
  const rest = plain.slice(end).replaceAll(EVERY_UNSEEN, '');
  const where = at === 0 ? 'at the beginning' : rest === '' ? 'at the end' : 'inside';
  const name = nameOf(sign);
  return `There is ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} ${where}, which is not seen. Remove it.`;
}

/** The same text without them. */
export function withoutUnseenSigns(text: string): string {
  return text.replaceAll(EVERY_UNSEEN, '').replace(PLAIN_ENDS, '');
}

/** Whether a name shows anything: invisible characters alone are no name. */
export function hasVisibleSign(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replaceAll(EVERY_UNSEEN, ''));
}

function nameOf(sign: string): string {
  const known = NAMES[sign];
  if (known !== undefined) return known;
  if (/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(sign)) return 'text direction mark';
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /\p{Zs}/u.test(sign) ? `special space (U+${code})` : `invisible character (U+${code})`;
}
