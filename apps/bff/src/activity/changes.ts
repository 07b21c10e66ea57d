/** Before → after, as an entry's facts or an operation's request tell it. Neither ever holds a credential. */
import { type ActivityChange, namesInLine } from '@console/console-contract';
import * as z from 'zod/mini';

/** `{ clientSecret: 'changed' }`: that it changed is all that is told. */
export function changesOfFacts(facts: Record<string, unknown>): ActivityChange[] {
  return Object.entries(facts)
    .filter(([, value]) => value === 'changed')
    .map(([field]) => ({ field, before: null, after: null }));
}

/** What is known of an id: what a unit is called. */
export type NameOf = (id: string) => string | undefined;

/**
 * Whatever kind of request it is: what a connector was to be made of, the two sides of an edit, or the members it was
 * about. Units of a scope are told with their names where `nameOf` knows them.
 */
export function changesOfRequest(request: unknown, nameOf: NameOf): ActivityChange[] {
  return differencesOf(request).map(({ field, before, after }) => {
    const called = isScope(field) ? nameOf : undefined;
    return { field, before: textOf(before, called), after: textOf(after, called) };
  });
}

/** The units and accounts of AWS that a request tells of, as far as they are told. A tenant's groups are named by their ids. */
export function unitIdsOf(request: unknown): string[] {
  const scopes = differencesOf(request).filter(({ field }) => isScope(field));
  return scopes
    .flatMap(({ before, after }) => [before, after])
    .flatMap((ids) => (Array.isArray(ids) ? ids.slice(0, mostUnits).map(String) : []))
    .filter((id) => awsUnit.test(id));
}

/** More of them do not fit into what is told. */
const mostUnits = 20;
const awsUnit = /^(r-|ou-|[0-9]{12}$)/;

function isScope(field: string): boolean {
  return field.startsWith('scope.');
}

function differencesOf(request: unknown): Difference[] {
  const edit = Edit.safeParse(request);
  if (edit.success) {
    const { before, spec, newCredentials } = edit.data;
    return [...differences(before, spec), ...(newCredentials ? [{ field: 'credentials' }] : [])];
  }
  const creation = Creation.safeParse(request);
  if (creation.success) {
    const { spec, runNow } = creation.data;
    return [...values(spec), { field: 'runNow', after: runNow }];
  }
  const attached = Attached.safeParse(request);
  if (attached.success) return [{ field: 'member', after: attached.data.member }];
  const detached = Detached.safeParse(request);
  return detached.success ? [{ field: 'members', before: detached.data.members }] : [];
}

const Attached = z.object({ kind: z.literal('attach-member'), member: z.string() });
const Detached = z.object({ kind: z.literal('detach-members'), members: z.array(z.string()) });

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

const longestText = 300;

function textOf(value: unknown, nameOf?: NameOf): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = Array.isArray(value)
    ? namesInLine(value.map((id) => withName(String(id), nameOf)))
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

/** "Workloads (ou-ab12-11111111)" */
function withName(id: string, nameOf?: NameOf): string {
  const name = nameOf?.(id);
  return name === undefined || name === id ? id : `${name} (${id})`;
}
