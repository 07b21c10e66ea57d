/** The fields of a connector as an edit compares them: where each is chosen, what it is called, and its value in words. Pure. */
import {
  Activation,
  type AwsEditingValues,
  type AzureEditingValues,
  type Cloud,
  differingFields,
  Scope,
} from '@console/console-contract';
import { capital } from '../../scope-picker/scope-labels.ts';
import { scopeText as organizationScope } from '../aws/aws-words.ts';
import { activationText, scopeText as tenantScope } from '../azure/azure-words.ts';
import { fieldsOf, type NamedField, rowLabel } from '../cloud-fields.ts';
import { every, namesText } from '../words.ts';

export type EditedValues = AzureEditingValues | AwsEditingValues;
export type EditField = Pick<NamedField, 'name' | 'step' | 'words'> & { cloud: Cloud; label: string };
export type FieldChange = EditField & { before: string; after: string };

/** The fields with these names, in the order of the form. */
export function fieldsNamed(cloud: Cloud, names: readonly string[]): EditField[] {
  return fieldsOf(cloud)
    .filter(({ name }) => names.includes(name))
    .map((field) => ({ ...field, cloud, label: rowLabel(field.words) }));
}

/** What differs between two versions, in words. */
export function changesBetween(cloud: Cloud, before: EditedValues, after: EditedValues): FieldChange[] {
  return fieldsNamed(cloud, differingFields(before, after)).map((field) => ({
    ...field,
    before: textOf(field, before),
    after: textOf(field, after),
  }));
}

/** One field's value in words; what neither the gateway nor the console knows is said to be unknown. */
export function textOf({ cloud, name, words }: EditField, values: EditedValues): string {
  const value: unknown = Reflect.get(values, name);
  if (value === null || value === undefined) return words.nothing ?? 'Not known';
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  if (typeof value === 'number') return words.unit === undefined ? String(value) : every(value, words.unit);
  if (Array.isArray(value)) return namesText(value.map(String)) || 'None';
  if (name === 'scope') return capital(SCOPE_TEXT[cloud](Scope.parse(value)));
  if (typeof value === 'object') return activationText({ activation: Activation.parse(value) });
  return typeof value === 'string' && value !== '' ? value : 'Empty';
}

/** How much a scope names: what its units are called stands elsewhere. */
const SCOPE_TEXT = { azure: tenantScope, aws: organizationScope } as const;
