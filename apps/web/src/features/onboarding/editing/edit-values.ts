/** From an opened connector to a form and back, and from two versions to one. Pure. */
import { differingFields, type Editing } from '@console/console-contract';
import { cloudFields } from '../cloud-fields.ts';

/** What is not known begins as in a new connector, and is asked for; credentials begin empty, for they are never shown. */
export function formValuesOf<Values>(initial: Values, reported: object): Values {
  const known = Object.entries(reported).filter(([, value]) => value !== null && value !== undefined);
  return { ...initial, ...Object.fromEntries(known) };
}

/** A field that is not known has no value until the user has chosen or confirmed one: what the form began with is none. */
export function onlyGiven<Values extends object>(
  after: Values,
  begun: Values,
  { unknown, confirmed }: { unknown: readonly string[]; confirmed: readonly string[] },
): Values {
  const chosen = new Set([...differingFields(begun, after), ...confirmed]);
  const copy = { ...after };
  for (const field of unknown) if (!chosen.has(field)) Reflect.set(copy, field, null);
  return copy;
}

/** Their version with the changes of this form on top: what was not touched here is as they left it. */
export function rebased<Values extends object>(opened: Values, mine: Values, theirs: Values): Values {
  const touched = new Set(differingFields(opened, mine));
  const kept = Object.entries(mine).filter(([field]) => touched.has(field));
  return { ...theirs, ...Object.fromEntries(kept) };
}

/** Unknown fields that a form shows with some value all the same: a person has to say that it is the right one. */
export function toConfirm({ cloud, unknown }: Pick<Editing, 'cloud' | 'unknown'>): string[] {
  const { fields } = cloudFields[cloud];
  // Of a text field that must not be empty, its being empty says enough.
  return unknown.filter((name) => fields[name]?.initial !== '' || fields[name]?.required === false);
}
