/** What a connector is made of, field by field: what a table of fields holds, and what derives from it. */
import * as z from 'zod/mini';
import { Line, Text } from '../values.ts';
import { hasVisibleCharacter } from './invisible-characters.ts';

type Schema = z.ZodMiniType;

/**
 * One field. A draft mirrors a form, however unfinished, and a connector that exists may tell longer or odder values than
 * the console takes from a person: both have looser schemas of their own.
 */
export type Field = {
  /** What the console takes. */
  schema: Schema;
  draft: Schema;
  reported: Schema;
  /** Where a new connector begins. */
  initial: unknown;
  /** The step of the wizard that asks for it. */
  step: string;
  /** Who has it: `console`: it is never sent. `sealed`: a credential of a draft. `page`: a credential that no draft holds. */
  storedBy?: 'console' | 'sealed' | 'page';
  /** Why it cannot be changed once the connector exists. */
  locked?: string;
  /** Limits that a form tells before it sends: characters of a text, and the largest number. */
  longest?: number;
  required?: boolean;
  most?: number;
};

/** In the order in which a form asks. */
export type FieldTable = Readonly<Record<string, Field>>;

type Credential = { storedBy: 'sealed' | 'page' };
/** What a connector is made of but its credentials, which travel beside it. */
export type SpecField<Table extends FieldTable> = {
  [Name in keyof Table & string]: Table[Name] extends Credential ? never : Name;
}[keyof Table & string];
type DraftField<Table extends FieldTable> = {
  [Name in keyof Table & string]: Table[Name] extends { storedBy: 'page' } ? never : Name;
}[keyof Table & string];

const words = Text(1000);

export const noVisibleCharacter = 'Nothing of this can be seen. Enter at least one visible character.';

/** One line of text that must be there. */
export function line<const Longest extends number>(longest: Longest) {
  const schema = Line(longest).check(z.refine(hasVisibleCharacter, { message: noVisibleCharacter }));
  return { schema, draft: words, reported: z.string(), initial: '', longest, required: true };
}

/** Text that may be left out. */
export function text<const Longest extends number>(longest: Longest) {
  const schema = Text(longest).check(z.trim());
  return { schema, draft: words, reported: z.string(), initial: '', longest, required: false };
}

/** Text with rules of its own. */
export function textOf<Rules extends Schema>(schema: Rules) {
  return { schema, draft: words, reported: z.string(), initial: '' };
}

export function flag(initial: boolean) {
  return { schema: z.boolean(), draft: z.boolean(), reported: z.boolean(), initial };
}

/** A number of days or hours, from 1. */
export function count<const Most extends number>(most: Most, initial: number) {
  const schema = z.int().check(z.minimum(1), z.maximum(most));
  return { schema, draft: z.number(), reported: z.number(), initial, most };
}

/** The shape of a spec. */
export function specShapeOf<Table extends FieldTable>(table: Table) {
  const shape = mapped(table, isOfSpec, ({ schema }) => schema);
  return shape as { [Name in SpecField<Table>]: Table[Name]['schema'] };
}

/** The shape of what is told of a connector that exists: a field that is not known is `null`. */
export function reportedShapeOf<Table extends FieldTable>(table: Table) {
  const shape = mapped(table, isOfSpec, ({ reported }) => z.nullable(reported));
  return shape as { [Name in SpecField<Table>]: z.ZodMiniNullable<Table[Name]['reported']> };
}

/** The shape of a draft. */
export function draftShapeOf<Table extends FieldTable>(table: Table) {
  const shape = mapped(table, isOfDraft, ({ draft }) => draft);
  return shape as { [Name in DraftField<Table>]: Table[Name]['draft'] };
}

/** What a new draft begins with. */
export function initialValuesOf<Table extends FieldTable>(table: Table) {
  const values = mapped(table, isOfDraft, ({ initial }) => initial);
  return values as { [Name in DraftField<Table>]: z.output<Table[Name]['draft']> };
}

export function specFieldsOf<Table extends FieldTable>(table: Table): SpecField<Table>[] {
  return Object.keys(mapped(table, isOfSpec, () => true)) as SpecField<Table>[];
}

/** Why fields of a connector that exists cannot be changed. */
export function lockedFieldsOf(table: FieldTable): [string, string][] {
  return Object.entries(table).flatMap(([name, { locked }]) =>
    locked === undefined ? [] : [[name, locked]],
  );
}

/** Fields that the gateway never gets to see. */
export function consoleFieldsOf(table: FieldTable): string[] {
  return Object.keys(
    mapped(
      table,
      ({ storedBy }) => storedBy === 'console',
      () => true,
    ),
  );
}

function isOfSpec({ storedBy }: Field): boolean {
  return storedBy !== 'sealed' && storedBy !== 'page';
}

function isOfDraft({ storedBy }: Field): boolean {
  return storedBy !== 'page';
}

/** Of each field that is wanted, what is made of it. */
function mapped<Value>(
  table: FieldTable,
  isWanted: (field: Field) => boolean,
  made: (field: Field) => Value,
) {
  const wanted = Object.entries(table).filter(([, field]) => isWanted(field));
  return Object.fromEntries(wanted.map(([name, field]) => [name, made(field)]));
}
