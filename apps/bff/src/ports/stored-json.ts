/**
 * JSON as the database holds it. This version of the console wrote it or an older one did, so it is `unknown` until a schema has read it; what
 * no schema reads is `null`, and its reader decides what that means.
 */
import { BareProblem } from '@console/console-contract';
import * as z from 'zod/mini';

type Fields = Readonly<Record<string, unknown>>;

/** Brings what an older version of the console stored one version further. */
export type Migration = (stored: Fields) => Fields;

export type StoredShape<Value> = {
  /** The version that is written today. */
  version: number;
  /** What a newer version of the console stored is not guessed at. */
  read: (stored: unknown, version?: number) => Value | null;
};

/** `migrations[0]` leads from version 1 to version 2. They are never changed, and one is added when a field changes its meaning or its name. */
export function storedShape<Value>(
  schema: z.ZodMiniType<Value>,
  migrations: readonly Migration[] = [],
): StoredShape<Value> {
  const current = migrations.length + 1;
  return {
    version: current,
    read(stored, version = current) {
      if (version > current) return null;
      const migrated = migrations
        .slice(version - 1)
        .reduce<unknown>((value, migrate) => (isFields(value) ? migrate(value) : value), stored);
      const read = schema.safeParse(migrated);
      return read.success ? read.data : null;
    },
  };
}

/** Reads with the initial values of a form where fields have come since it was stored, part by part where they have parts. */
export function completedBy<Value>(initial: object, schema: z.ZodMiniType<Value>): z.ZodMiniType<Value> {
  return z.pipe(
    z.transform((stored: unknown): unknown => withInitial(stored, initial)),
    schema,
  );
}

/** Reads every field of the schema by itself: one that is not there, or that it does not read, is `null`, not known. */
export function fieldByField<Value>(
  schema: z.ZodMiniType<Value> & { shape: Readonly<Record<string, z.ZodMiniType>> },
): z.ZodMiniType<Value> {
  return z.pipe(
    z.transform((stored: unknown): unknown => knownFields(schema.shape, stored)),
    schema,
  );
}

function withInitial(stored: unknown, initial: object): unknown {
  if (!isFields(stored)) return stored;
  const values: Record<string, unknown> = { ...initial, ...stored };
  for (const [field, value] of Object.entries(initial)) {
    if (isFields(value)) values[field] = withInitial(values[field], value);
  }
  return values;
}

function knownFields(
  shape: Readonly<Record<string, z.ZodMiniType>>,
  stored: unknown,
): Record<string, unknown> {
  const fields = isFields(stored) ? stored : {};
  const known = Object.entries(shape).map(([name, schema]) => {
    const read = schema.safeParse(fields[name]);
    return [name, read.success ? read.data : null];
  });
  return Object.fromEntries(known);
}

/** That there was a problem is told even where nothing else of it can be read. */
export function storedProblem(stored: unknown): BareProblem | null {
  return stored === null || stored === undefined ? null : (problemShape.read(stored) ?? unreadableProblem);
}

const problemShape = storedShape(BareProblem);

const unreadableProblem: BareProblem = {
  code: 'internal',
  message: 'What went wrong was recorded by another version of the console, and this one cannot read it.',
  kept: 'The record is stored as it is.',
};

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
