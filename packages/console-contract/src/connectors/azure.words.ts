/** The words of an Azure connector's fields. */
import type { azureFields } from './azure.fields.ts';
import { type FieldWords, sharedWords } from './shared.words.ts';

const uuid = '00000000-0000-0000-0000-000000000000';

export const azureWords = {
  ...sharedWords,
  name: {
    ...sharedWords.name,
    hint: 'How the connector appears in every list. It cannot be changed later.',
  },
  description: { label: 'Description', noun: 'description' },
  tenantId: { label: 'Tenant ID', hint: 'Directory (tenant) ID.', placeholder: uuid, mono: true },
  tenantName: {
    label: 'Tenant name',
    hint: 'As Entra shows it, for example Northwind.',
    hintOfExisting:
      'As it was entered when the connector was created: the gateway does not tell it, and wants it again.',
    noun: 'tenant name',
    empty: 'Enter the tenant’s name as Entra shows it.',
  },
  applicationId: {
    label: 'Application ID',
    hint: 'Application (client) ID of the app registration.',
    placeholder: uuid,
    mono: true,
  },
  secretValue: { label: 'Secret value' },
  secretExpiresOn: {
    label: 'Secret expires on',
    hint: 'So that you can be warned in time.',
    nothing: 'Not entered',
  },
  scope: { label: 'Scope' },
  createForNewAccounts: {
    label: 'Create members for new subscriptions',
    hint: 'At each run, a subscription in scope that has no member gets one.',
    row: 'Members for new subscriptions',
  },
  disableForDeleted: {
    label: 'Disable members of deleted groups',
    hint: 'At each run, the member of a subscription that no longer exists is switched off, not deleted.',
  },
  runEveryDays: {
    label: 'Look for subscriptions',
    row: 'Looks for subscriptions',
    activity: 'Runs every (days)',
    unit: 'day',
  },
  memberRunEveryDays: {
    label: 'Run each member',
    row: 'Runs each member',
    activity: 'Members run every (days)',
    unit: 'day',
  },
  activation: { label: 'Activate for new assets', row: 'Activates' },
} as const satisfies Record<keyof typeof azureFields, FieldWords>;
