/** From an opened connector to a form and back, and from two versions to one. Pure. */
import {
  type AwsDraftValues,
  type AwsEditing,
  type AwsEditingValues,
  type AzureDraftValues,
  type AzureEditing,
  type AzureEditingValues,
  azureFields,
  differingFields,
  type Editing,
} from '@console/console-contract';
import { initialAwsValues, specIn } from '../aws/aws-draft.ts';
import { initialAzureValues } from '../azure/azure-draft.ts';
import { cloudFields } from '../cloud-fields.ts';
import { specPartOf } from '../field-values.ts';

/** What is not known begins as in a new connector, and is asked for. */
export function azureFormOf({ values }: Pick<AzureEditing, 'values'>): AzureDraftValues {
  return { ...initialAzureValues, ...known(values) };
}

/** The external ids begin empty: those that are kept are never shown. */
export function awsFormOf({ values }: Pick<AwsEditing, 'values'>): AwsDraftValues {
  return { ...initialAwsValues, ...known(values) };
}

/** The form as an edit compares it: lines as they will be sent. */
export function azureValuesOf(form: AzureDraftValues): AzureEditingValues {
  return trimmed(specPartOf(azureFields, form));
}

export function awsValuesOf(form: AwsDraftValues): AwsEditingValues {
  return trimmed(specIn(form));
}

/** A field that nobody knows has no value until somebody has chosen or confirmed one: what the form began with is none. */
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

type Known<Values> = { [Field in keyof Values]?: NonNullable<Values[Field]> };

function known<Values extends object>(values: Values): Known<Values> {
  const all: Known<Values> = {};
  for (const field in values) {
    const value = values[field];
    if (value !== null && value !== undefined) all[field] = value;
  }
  return all;
}

function trimmed<Values extends object>(values: Values): Values {
  const copy = { ...values };
  for (const field in copy) {
    const value: unknown = copy[field];
    if (typeof value === 'string') Reflect.set(copy, field, value.trim());
  }
  return copy;
}
