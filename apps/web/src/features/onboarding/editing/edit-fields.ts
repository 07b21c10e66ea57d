/** The fields of a connector as an edit compares them: where each is chosen, what it is called, and its value in words. Pure. */
import {
  Activation,
  type AwsEditingValues,
  type AzureEditingValues,
  type Cloud,
  differingFields,
  Scope,
} from '@console/console-contract';
import { capital } from '../../../ui/scope-picker/scope-labels.ts';
import { scopeText as organizationScope } from '../aws/aws-words.ts';
import { activationText, scopeText as tenantScope } from '../azure/azure-words.ts';
import type { WizardStep } from '../wizard-steps.ts';
import { every, namesText } from '../words.ts';

type FieldName = keyof AzureEditingValues | keyof AwsEditingValues;

/** `unit` of a number; `empty` is what nothing means; `sizeOf` a scope: what its units are called stands elsewhere. */
export type EditField = {
  field: FieldName;
  step: WizardStep;
  label: string;
  unit?: 'day' | 'hour';
  empty?: string;
  sizeOf?: (scope: Scope) => string;
};

export type EditedValues = AzureEditingValues | AwsEditingValues;
export type FieldChange = EditField & { before: string; after: string };

const azure: readonly EditField[] = [
  { field: 'name', step: 'basics', label: 'Name' },
  { field: 'description', step: 'basics', label: 'Description' },
  { field: 'cspm', step: 'basics', label: 'CSPM' },
  { field: 'remediation', step: 'basics', label: 'Remediation' },
  { field: 'tenantId', step: 'tenant', label: 'Tenant ID' },
  { field: 'tenantName', step: 'tenant', label: 'Tenant name' },
  { field: 'applicationId', step: 'tenant', label: 'Application ID' },
  { field: 'secretExpiresOn', step: 'tenant', label: 'Secret expires on', empty: 'Not entered' },
  { field: 'scope', step: 'scope', label: 'Scope', sizeOf: tenantScope },
  { field: 'memberPrefix', step: 'members', label: 'Member prefix' },
  { field: 'createForNewAccounts', step: 'members', label: 'Members for new subscriptions' },
  { field: 'disableForDeleted', step: 'members', label: 'Disable members of deleted groups' },
  { field: 'runEveryDays', step: 'members', label: 'Looks for subscriptions', unit: 'day' },
  { field: 'memberRunEveryDays', step: 'members', label: 'Runs each member', unit: 'day' },
  { field: 'activation', step: 'activation', label: 'Activates' },
  { field: 'tagIds', step: 'activation', label: 'Tag IDs' },
];

const aws: readonly EditField[] = [
  { field: 'name', step: 'basics', label: 'Name' },
  { field: 'cspm', step: 'basics', label: 'CSPM' },
  { field: 'remediation', step: 'basics', label: 'Remediation' },
  { field: 'partition', step: 'organization', label: 'Partition' },
  { field: 'baseAccountId', step: 'organization', label: 'Account that assumes the role' },
  { field: 'roleArn', step: 'organization', label: 'Role' },
  { field: 'rootId', step: 'organization', label: 'Root' },
  { field: 'scope', step: 'scope', label: 'Scope', sizeOf: organizationScope },
  { field: 'memberPrefix', step: 'members', label: 'Member prefix' },
  { field: 'allRegions', step: 'members', label: 'All regions for Asset Inventory' },
  { field: 'allPostureRegions', step: 'members', label: 'All regions for CSPM' },
  { field: 'perimeterScan', step: 'members', label: 'Perimeter scan' },
  { field: 'runEveryHours', step: 'members', label: 'Looks for accounts', unit: 'hour' },
  { field: 'memberRunEveryHours', step: 'members', label: 'Runs each member', unit: 'hour' },
  { field: 'activateVm', step: 'activation', label: 'Activates VM' },
  { field: 'tagIds', step: 'activation', label: 'Tag IDs' },
];

const editFields: Record<Cloud, readonly EditField[]> = { azure, aws };

/** The fields with these names, in the order of the form. */
export function fieldsNamed(cloud: Cloud, names: readonly string[]): EditField[] {
  return editFields[cloud].filter(({ field }) => names.includes(field));
}

/** What differs between two versions, in words. */
export function changesBetween(cloud: Cloud, before: EditedValues, after: EditedValues): FieldChange[] {
  return fieldsNamed(cloud, differingFields(before, after)).map((field) => ({
    ...field,
    before: textOf(field, before),
    after: textOf(field, after),
  }));
}

/** One field's value in words; what nobody knows is said to be unknown. */
export function textOf({ field, unit, empty, sizeOf }: EditField, values: EditedValues): string {
  const value: unknown = Reflect.get(values, field);
  if (value === null || value === undefined) return empty ?? 'Not known';
  if (typeof value === 'boolean') return value ? 'On' : 'Off';
  if (typeof value === 'number') return unit === undefined ? String(value) : every(value, unit);
  if (Array.isArray(value)) return namesText(value.map(String)) || 'None';
  if (sizeOf) return capital(sizeOf(Scope.parse(value)));
  if (typeof value === 'object') return activationText({ activation: Activation.parse(value) });
  return typeof value === 'string' && value !== '' ? value : 'Empty';
}
