/** The words that several nouns share: ids, times, clouds, minutes. */
import * as z from 'zod/mini';

/** A UUID that the console made itself. */
export const Id = z.uuid();

/** A point in time as ISO 8601 with offset, the way it travels. */
export const Timestamp = z.iso.datetime({ offset: true });

/** A calendar day, `2027-01-31`. */
export const Day = z.iso.date();

export const Cloud = z.enum(['azure', 'aws']);
export type Cloud = z.output<typeof Cloud>;

/** The vendor's connector ids are integers of up to 19 digits; they stay strings so that none loses precision. */
export const ConnectorId = z.string().check(z.regex(/^[0-9]{1,19}$/));

/** A length of time in whole minutes: the one unit for every frequency. */
export const Minutes = z.int().check(z.minimum(0));

/** Free text as the database can hold it: whole characters, none of them NUL. */
export function Text(longest: number) {
  return z.string().check(z.maxLength(longest), z.regex(/^[^\0\p{Cs}]*$/u));
}

/** One line a person typed: trimmed, never empty, without control characters. */
export function Line(longest: number) {
  return z
    .string()
    .check(z.trim(), z.minLength(1), z.maxLength(longest), z.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u));
}

/**
 * A credential on its way in. It travels in an HTTP header later, so only visible ASCII is accepted: a pasted line
 * break must be refused here and not inside an HTTP client, whose error would quote it. Of white space only the plain kind may stand
 * around it. A row of mask characters is refused too, so that a mask can never be stored as the secret.
 */
export const SecretInput = z
  .string()
  .check(z.regex(/^[\t\n\r ]*(?!\*{4,}\s*$)[\x21-\x7e]+[\t\n\r ]*$/), z.trim(), z.maxLength(512));

export const WorkspaceParams = z.object({ workspace: Id });
export const ConnectorParams = z.object({ workspace: Id, cloud: Cloud, id: ConnectorId });
