import type { AzureConnectorSpec } from '@console/console-contract';

/** For tests: the connector of the Azure document's own sample, in the console's words. */
export const sampleSpec: AzureConnectorSpec = {
  name: 'Azure Org',
  description: 'azure org connector description',
  cspm: true,
  remediation: true,
  tenantId: '5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34',
  tenantName: 'Tenant name',
  applicationId: '0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10',
  secretExpiresOn: '2027-01-31',
  scope: { included: ['TestingManagementGroup'], excluded: [] },
  memberPrefix: 'createdbyorg',
  createForNewAccounts: true,
  disableForDeleted: true,
  runEveryDays: 1,
  memberRunEveryDays: 2,
  activation: { vm: false, pc: false, sca: false, certView: false },
  tagIds: [],
};
