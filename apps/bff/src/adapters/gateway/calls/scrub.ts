/** Takes every live secret out of a text the vendor wrote, in the forms in which a server may echo it. */
import { longestDetail, responseMessageOf } from '@console/gateway-contract';
import type { Secret } from '../../../ports/secret.ts';

const mask = '[secret]';

/** The gateway's own words from the body of an answer, fit to be shown: no markup, no control characters, no secret. */
export function detailOf(body: string, secrets: readonly Secret[]): string | null {
  const forms = secrets.flatMap(formsOf);
  // Before the message is found, for cutting it short could cut a secret in two; and after, for unescaping may restore one.
  const message = responseMessageOf(scrub(body, forms));
  if (message === null) return null;
  return withoutSecretAtTheEnd(scrub(message, forms), forms).slice(0, longestDetail).toWellFormed();
}

/** A good answer with the secrets of its own call taken out, in the two forms that JSON has for them. */
export function withoutEchoes(text: string, secrets: readonly Secret[]): string {
  const values = secrets.map((secret) => secret.exposeSecret());
  // A shorter one may well be an ordinary word of the answer, or a part of its JSON.
  const forms = values.filter(({ length }) => length >= 8).flatMap((value) => [value, inJson(value)]);
  return masked(text, forms);
}

// What looks like a token is masked even if it is none of ours. The end is optional so that every beginning is passed over
// only once: an answer full of beginnings would otherwise be searched for minutes.
const anyToken = /eyJ[\w-]{4,}(\s*\.\s*[\w-]+){0,4}/g;

function scrub(text: string, forms: readonly string[]): string {
  return masked(text, forms).replace(anyToken, (found) => (found.includes('.') ? mask : found));
}

function masked(text: string, forms: readonly string[]): string {
  return forms.reduce((left, form) => left.replaceAll(form, mask), text);
}

function formsOf(secret: Secret): string[] {
  const value = secret.exposeSecret();
  if (value === '') return [];
  const bytes = Buffer.from(value, 'utf8');
  const base64 = bytes.toString('base64');
  const forms = [
    value,
    inJson(value),
    inMarkup(value),
    new URLSearchParams({ '': value }).toString().slice(1),
    encodeURIComponent(value),
    encodeURI(value),
    base64,
    base64.replace(/=+$/, ''),
    bytes.toString('base64url'),
    bytes.toString('hex'),
  ];
  return [...new Set(forms)].toSorted((one, other) => other.length - one.length);
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

/** A message that was cut short may end in the beginning of a secret. */
function withoutSecretAtTheEnd(text: string, forms: readonly string[]): string {
  if (!text.endsWith('…')) return text;
  const kept = text.slice(0, -1);
  for (const form of forms) {
    for (let length = Math.min(form.length, kept.length); length >= 4; length -= 1) {
      if (kept.endsWith(form.slice(0, length))) return `${kept.slice(0, -length)}${mask}`;
    }
  }
  return text;
}
