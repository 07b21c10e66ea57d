/** Before → after, as an entry's facts or an operation's request tell it. Neither ever holds a credential. */
import type { ActivityChange } from '@console/console-contract';
import * as z from 'zod/mini';

/** `{ clientSecret: 'changed' }`: that it changed is all that is told. */
export function changesOfFacts(facts: Record<string, unknown>): ActivityChange[] {
  return Object.entries(facts)
    .filter(([, value]) => value === 'changed')
    .map(([field]) => ({ field, before: null, after: null }));
}

/** Whatever kind of request it is: what a connector was to be made of, the two sides of an edit, or the members it was about. */
export function changesOfRequest(request: unknown): ActivityChange[] {
  const edit = Edit.safeParse(request);
  if (edit.success) {
    const { before, spec, newCredentials } = edit.data;
    const credentials = newCredentials ? [{ field: 'credentials' }] : [];
    return [...differences(before, spec), ...credentials].map(told);
  }
  const creation = Creation.safeParse(request);
  if (creation.success) {
    const { spec, runNow } = creation.data;
    return [...values(spec), { field: 'runNow', after: runNow }].map(told);
  }
  const attached = z.object({ kind: z.literal('attach-member'), member: z.string() }).safeParse(request);
  if (attached.success) return [{ field: 'member', before: null, after: attached.data.member }];
  const detached = z
    .object({ kind: z.literal('detach-members'), members: z.array(z.string()) })
    .safeParse(request);
  if (detached.success) return [told({ field: 'members', before: detached.data.members, after: null })];
  return [];
}

/** Without the credentials: a request is kept without them. */
const Creation = z.object({
  kind: z.literal('create-connector'),
  spec: z.record(z.string(), z.unknown()),
  runNow: z.boolean(),
});

/** Every value that was entered, part by part; what was left empty is not told. */
function values(spec: Record<string, unknown>, path = ''): Difference[] {
  return Object.entries(spec).flatMap(([name, after]) => {
    const parts = Side.safeParse(after);
    if (parts.success) return values(parts.data, `${path + name}.`);
    const isEmpty = after === null || after === '' || (Array.isArray(after) && after.length === 0);
    return isEmpty ? [] : [{ field: path + name, after }];
  });
}

type Difference = { field: string; before?: unknown; after?: unknown };

const Side = z.record(z.string(), z.unknown());
/** `before` as it was known when the form was opened, `spec` as it was asked for. */
const Edit = z.object({
  kind: z.literal('edit-connector'),
  before: Side,
  spec: Side,
  newCredentials: z._default(z.boolean(), false),
});

/** Objects are compared part by part: of a scope that grew by one unit, only the side that grew is told. */
function differences(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  path = '',
): Difference[] {
  return Object.keys(after).flatMap((name) => {
    const [was, is, field] = [before[name], after[name], path + name];
    if (JSON.stringify(was ?? null) === JSON.stringify(is ?? null)) return [];
    const [old, fresh] = [Side.safeParse(was), Side.safeParse(is)];
    if (old.success && fresh.success) return differences(old.data, fresh.data, `${field}.`);
    return [{ field, before: was, after: is }];
  });
}

function told({ field, before, after }: Difference): ActivityChange {
  return { field, before: textOf(before), after: textOf(after) };
}

const longestText = 300;

function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = Array.isArray(value)
    ? value.map(String).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
