import {
  type AwsDraftValues,
  type AwsEditingValues,
  type AzureDraftValues,
  azureFields,
} from '@console/console-contract';
import { describe, expect, test } from 'vitest';
import { initialAwsValues, specIn } from '../aws/aws-draft.ts';
import { initialAzureValues } from '../azure/azure-draft.ts';
import { specPartOf, trimmed } from '../field-values.ts';
import { changesBetween } from './edit-fields.ts';
import { formValuesOf, onlyGiven, rebased, toConfirm } from './edit-values.ts';

const awsValuesOf = (form: AwsDraftValues) => trimmed(specIn(form));
const azureValuesOf = (form: AzureDraftValues) => trimmed(specPartOf(azureFields, form));

const opened: AwsEditingValues = {
  ...awsValuesOf({ ...initialAwsValues, name: 'Organization', baseAccountId: '123456789012' }),
  scope: { included: ['ou-a1b2-11111111', 'ou-a1b2-22222222'], excluded: [] },
};

describe('the review of an edit', () => {
  test('names what changes, old and new, in words', () => {
    const after = { ...opened, remediation: true, runEveryHours: 6, tagIds: ['7'] };

    expect(changesBetween('aws', opened, after)).toMatchObject([
      { label: 'Remediation', before: 'Off', after: 'On' },
      { label: 'Looks for accounts', before: 'Every 4 hours', after: 'Every 6 hours' },
      { label: 'Tag IDs', before: 'None', after: '7' },
    ]);
  });

  test('takes another order of the same units for no change', () => {
    const scope = { included: opened.scope?.included.toReversed() ?? [], excluded: [] };

    expect(changesBetween('aws', opened, { ...opened, scope })).toEqual([]);
  });

  test('lists what was not known once it is chosen or confirmed, and nothing that the form began with', () => {
    const unknown = ['roleArn', 'rootId', 'scope', 'allRegions', 'perimeterScan'];
    const before = { ...opened, ...Object.fromEntries(unknown.map((field) => [field, null])) };
    const begun = awsValuesOf(formValuesOf(initialAwsValues, before));
    const changes = (after: AwsEditingValues, confirmed: string[] = []) =>
      changesBetween('aws', before, onlyGiven(after, begun, { unknown, confirmed }));

    expect(changes(begun)).toEqual([]);
    expect(changes({ ...begun, rootId: 'r-zar5', allRegions: false }, ['scope'])).toMatchObject([
      { label: 'Root', before: 'Not known', after: 'r-zar5' },
      { label: 'Scope', before: 'Not known', after: 'The whole organization' },
      { label: 'All regions for Asset Inventory', before: 'Not known', after: 'Off' },
    ]);
  });

  test('tells how much a scope names, units and accounts apart', () => {
    const scope = { included: ['ou-a1b2-22222222', '210987654321'], excluded: ['123456789012'] };
    const tenant = azureValuesOf(initialAzureValues);
    const partOfTenant = { ...tenant, scope: { included: [], excluded: ['Sandbox'] } };

    expect(changesBetween('aws', { ...opened, scope: null }, { ...opened, scope })).toMatchObject([
      { before: 'Not known', after: '1 unit and 1 account except 1 account' },
    ]);
    expect(changesBetween('azure', tenant, partOfTenant)).toMatchObject([
      { before: 'The whole tenant', after: 'The whole tenant except 1 group' },
    ]);
  });
});

describe('two people who edit at once', () => {
  test('keep both what they changed when the one puts his changes on top of the other’s', () => {
    const mine = { ...opened, remediation: true, runEveryHours: 8 };
    const theirs = { ...opened, perimeterScan: true, activateVm: true, runEveryHours: 12 };

    expect(rebased(opened, mine, theirs)).toEqual({ ...theirs, remediation: true, runEveryHours: 8 });
  });
});

describe('what neither the gateway nor the console knows', () => {
  test('begins as in a new connector, credentials empty, and asks for a confirmation where no empty field does', () => {
    const values = { ...opened, roleArn: null, allRegions: null, scope: null };

    expect(formValuesOf(initialAwsValues, values)).toMatchObject({
      roleArn: '',
      allRegions: true,
      externalId: '',
    });
    expect(toConfirm({ cloud: 'aws', unknown: ['roleArn', 'allRegions', 'scope'] })).toEqual([
      'allRegions',
      'scope',
    ]);
  });

  test('of Azure is the tenant’s name, which is typed', () => {
    expect(toConfirm({ cloud: 'azure', unknown: ['tenantName'] })).toEqual([]);
    expect(formValuesOf(initialAzureValues, { ...none, tenantName: null }).tenantName).toBe('');
  });
});

const none = {
  name: null,
  description: null,
  cspm: null,
  remediation: null,
  tenantId: null,
  tenantName: null,
  applicationId: null,
  secretExpiresOn: null,
  scope: null,
  memberPrefix: null,
  createForNewAccounts: null,
  disableForDeleted: null,
  runEveryDays: null,
  memberRunEveryDays: null,
  activation: null,
  tagIds: null,
};
