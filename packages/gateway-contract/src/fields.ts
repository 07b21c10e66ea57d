/**
 * How single fields of a gateway answer are read: tolerantly. The input type says what the vendor is known to send;
 * whatever else arrives in an optional field becomes `null` instead of costing the whole row.
 */
import { z } from 'zod';
import { messageTextOf } from './messages.ts';

/** A required id: number or string on the wire, a string from here on. A number beyond 2^53 has already lost digits: refused. */
export const wireId = z.union([z.string(), z.number()]).transform((raw, context) => {
  const id = readId(raw);
  if (id === null) {
    context.addIssue({ code: 'custom', message: 'not an id' });
    return z.NEVER;
  }
  return id;
});

/** The name of an answer that has nothing else to be known by. */
export const wireName = z.string().min(1);

/** The name of a row that has an id: one without a name can be shown by it. */
export const rowName = tolerantField<string, string>((raw) => readText(raw) ?? '');

/** An optional id, `null` when absent or unreadable. */
export const optionalId = tolerantField<string | number, string | null>(readId);

/** An optional text, `null` when absent. Numbers are read as text; objects are not text. */
export const optionalText = tolerantField<string, string | null>(readText);

/** An optional message of an error: text without markup, from a text or from an object that holds one. */
export const optionalMessage = tolerantField<string | object, string | null>(messageTextOf);

/** An optional truth value, `null` when absent. Understands `"true"` and `"false"`. */
export const optionalFlag = tolerantField<boolean, boolean | null>(readFlag);

/** An optional count, `null` when absent, no whole number ≥ 0, or more than a database counts. */
export const optionalCount = tolerantField<number, number | null>(readCount);

/**
 * An optional time of the years 1 to 9999 as an ISO 8601 string in UTC, else `null`. The one place where times of the vendor are read: a time
 * without a zone is in UTC, as the documents' samples are, and never in the zone of this server; seconds and milliseconds since 1970 are
 * told apart by their size.
 */
export const optionalTime = tolerantField<string, string | null>(readTime);

/** A frequency in minutes, from `{hours, minutes}`, `"60"` or `60`; `null` when absent or unreadable. */
export const optionalMinutes = tolerantField<{ hours: number; minutes: number } | string, number | null>(
  readMinutes,
);

/** A list of names or ids from an array, a comma-separated string (a name in quotes may hold commas) or null (empty); `null` only when the field is absent. */
export const optionalTextList = tolerantField<string[] | string, string[] | null>(readTextList);

/** Tag ids as strings; an absent or null list is empty. */
export const tagIdList = tolerantField<number[], string[]>((raw) => readTextList(raw) ?? []);

/** The first defined of two spellings of one truth value (`isDisabled`, `disabled`): the gateway uses both. */
export function eitherFlag(first: boolean | null, second: boolean | null): boolean | null {
  return first ?? second;
}

/** Makes a field of any wire form: it may be absent or null, and `read` decides what is left of anything else. */
export function tolerantField<Wire, Value>(read: (raw: unknown) => Value) {
  return z
    .custom<Wire | null>()
    .optional()
    .transform((raw) => read(raw));
}

function readId(raw: unknown): string | null {
  if (typeof raw === 'number') return Number.isSafeInteger(raw) && raw >= 0 ? String(raw) : null;
  if (typeof raw !== 'string') return null;
  const id = raw.trim();
  return /^[\w.:/-]{1,200}$/.test(id) ? id : null;
}

function readText(raw: unknown): string | null {
  if (typeof raw === 'string') return raw;
  return typeof raw === 'number' ? String(raw) : null;
}

function readFlag(raw: unknown): boolean | null {
  if (typeof raw === 'boolean') return raw;
  if (typeof raw !== 'string') return null;
  const word = raw.trim().toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : null;
}

/** As far as the databases of the programs that read this count. */
const mostCounted = 2 ** 31 - 1;

function readCount(raw: unknown): number | null {
  const text = typeof raw === 'string' ? raw.trim() : String(raw);
  const count = typeof raw === 'number' || /^\d{1,15}$/.test(text) ? Number(raw) : Number.NaN;
  return Number.isInteger(count) && count >= 0 && count <= mostCounted ? count : null;
}

function readTime(raw: unknown): string | null {
  if (typeof raw !== 'string' && typeof raw !== 'number') return null;
  const text = String(raw).trim();
  const time = EPOCH.test(text) ? sinceEpoch(Number(text)) : calendarTime(text);
  const iso = Number.isNaN(time.getTime()) ? '' : time.toISOString();
  // Neither the databases nor the readers of ISO 8601 know the others.
  return /^(?!0000)\d{4}-/.test(iso) ? iso : null;
}

/** Nine digits are a time in 1973 or later, in seconds; fewer are a count of something else. */
const EPOCH = /^\d{9,15}(\.\d{1,9})?$/;
/** In milliseconds this is a day of 1973, in seconds one of the year 5138. */
const leastMilliseconds = 1e11;

function sinceEpoch(count: number): Date {
  return new Date(count < leastMilliseconds ? count * 1000 : count);
}

/** A day, a time of it, a zone: `2023-05-17T07:56:37.711+00:00` and what other serializers make of it. */
const CALENDAR =
  /^(\d{4}-\d{2}-\d{2})(?:(?:T| )(\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,9}))? ?(?:(Z|UTC|GMT)|([+-]\d{2}):?(\d{2})?)?(?:\[[\w/+-]+\])?)?$/i;

function calendarTime(text: string): Date {
  const [whole, day, time = '00:00', fraction = '0', , hours, minutes = '00'] = CALENDAR.exec(text) ?? [];
  if (whole === undefined) return new Date(Number.NaN);
  const zone = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  const seconds = time.length === 5 ? `${time}:00` : time;
  return new Date(`${day}T${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${zone}`);
}

function readMinutes(raw: unknown): number | null {
  const frequency = z.object({ hours: z.unknown(), minutes: z.unknown() }).partial().safeParse(raw);
  if (!frequency.success) return readCount(raw);
  const hours = readCount(frequency.data.hours ?? 0);
  const minutes = readCount(frequency.data.minutes ?? 0);
  const named = frequency.data.hours !== undefined || frequency.data.minutes !== undefined;
  return named && hours !== null && minutes !== null ? hours * 60 + minutes : null;
}

function readTextList(raw: unknown): string[] | null {
  if (raw === undefined) return null;
  if (typeof raw === 'string') return listIn(raw);
  if (!Array.isArray(raw)) return [];
  return raw.map(readText).filter(isFilled);
}

function listIn(text: string): string[] {
  const cells = text.match(/\s*"(?:[^"]|"")*"\s*(?=,|$)|[^,]+/g) ?? [];
  return cells
    .map((cell) => cell.trim().replace(/^"(.*)"$/s, (_, name: string) => name.replaceAll('""', '"')))
    .filter(isFilled);
}

function isFilled(text: string | null): text is string {
  return text !== null && text !== '';
}
