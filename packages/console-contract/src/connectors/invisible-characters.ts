/** Invisible characters that a pasted value may hold: what they are called, and whether a text has any other. */

/** Spaces but the plain one, what joins, directs or fills without a shape, and what only changes the character before it. */
const UNSEEN =
  /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\p{Variation_Selector}|\u034f|(?! )\p{Zs}/u;
const EVERY_UNSEEN = new RegExp(UNSEEN, 'gu');

/** Plain white space is no character of this kind: it is left out at both ends, as everywhere. */
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

/** What is wrong with an id, an ARN or a secret that was pasted with such a character, and what to do: the same words at the field and from the server. */
export function invisibleCharacterProblem(text: string): string | undefined {
  const plain = text.replace(PLAIN_ENDS, '');
  const at = plain.search(UNSEEN);
  if (at === -1) return undefined;
  const character = String.fromCodePoint(plain.codePointAt(at) ?? 0);
  const end = at + character.length;
  const rest = plain.slice(end).replaceAll(EVERY_UNSEEN, '');
  const where = at === 0 ? 'at the beginning' : rest === '' ? 'at the end' : 'inside';
  const name = nameOf(character);
  return `There is ${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} ${where}, which is not seen. Remove it.`;
}

/** The same text without them. */
export function withoutInvisibleCharacters(text: string): string {
  return text.replaceAll(EVERY_UNSEEN, '').replace(PLAIN_ENDS, '');
}

/** Whether a name shows anything: invisible characters alone are no name. */
export function hasVisibleCharacter(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text.replaceAll(EVERY_UNSEEN, ''));
}

function nameOf(character: string): string {
  const known = NAMES[character];
  if (known !== undefined) return known;
  if (/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/.test(character)) return 'text direction mark';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /\p{Zs}/u.test(character) ? `special space (U+${code})` : `invisible character (U+${code})`;
}
