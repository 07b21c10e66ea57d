/** The forms in which a server may echo a secret. Upper and lower case are not told apart by what searches for them. */

/** Longest first, so that no shorter form leaves a rest of a longer one. */
export function formsOf(value: string): string[] {
  if (value === '') return [];
  const bytes = Buffer.from(value, 'utf8');
  const forms = [
    value,
    bytes.toString('hex'),
    ...inBase64(bytes),
    ...(value.length > longest ? [] : spelled(value)),
  ];
  return [...new Set(forms)].toSorted((one, other) => other.length - one.length);
}

/** A longer one is a token, whose characters mean nothing to JSON, markup or addresses. */
const longest = 512;

function spelled(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  return [
    inJson(value),
    inJson(value).replaceAll('/', String.raw`\/`),
    inJson(value).replace(/[&'<=>]/g, escapedCharacter),
    inMarkup(value),
    new URLSearchParams({ '': value }).toString().slice(1),
    encodeURIComponent(value),
    encodeURI(value),
    [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    Array.from(value, escapedCharacter).join(''),
  ];
}

/** Alone, and as a part of something longer, such as `user:secret`: three places to begin, without the characters that it shares with others. */
function inBase64(bytes: Buffer): string[] {
  const whole = bytes.toString('base64');
  const forms = [whole, whole.replace(/=+$/, '')];
  for (const before of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const shared = Math.ceil((before * 8) / 6);
    const rest = ((before + bytes.length) * 8) % 6 === 0 ? 0 : 1;
    forms.push(text.slice(shared, text.length - rest));
  }
  return forms.filter((form) => form !== '').flatMap((form) => [form, toUrlAlphabet(form)]);
}

function toUrlAlphabet(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** As some serializers write characters that would mean something to a page. */
function escapedCharacter(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
}

function inJson(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

function inMarkup(value: string): string {
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
