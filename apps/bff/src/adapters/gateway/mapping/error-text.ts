/** What the gateway says of an error, where it says anything. */
import { plainText } from '../calls/plain-text.ts';

/** `null` for nothing and for a bare date: newer answers have the time of the last error where older ones have its words. */
export function errorText(raw: string | null): string | null {
  const text = plainText(raw)?.trim() ?? '';
  return text === '' || isBareDate(text) ? null : text;
}

const wordsOfDates =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b|\b(am|pm|at|utc|gmt|z)\b|(?<=\d)[tz](?=[\d\s[]|$)|\[[\w/+-]{1,40}\]/gi;

/** Digits and punctuation, names of days and months, a zone: six digits or more, for fewer may be a code. */
function isBareDate(text: string): boolean {
  if (text.length > 80) return false;
  const rest = text.replace(wordsOfDates, ' ');
  return /^[\d\s:.,/+()-]*$/.test(rest) && (rest.match(/\d/g) ?? []).length >= 6;
}
