import type { AwsEditing, AzureEditing } from '@console/console-contract';
import { azureFields } from '@console/console-contract';
import { expect, test } from 'vitest';
import { initialAwsValues, specIn } from '../aws/aws-draft.ts';
import { initialAzureValues } from '../azure/azure-draft.ts';
import { specPartOf } from '../field-values.ts';
import { copyOf } from './copied-values.ts';

const opened = { id: '7', version: 'v', asOf: '2026-11-30T00:00:00.000Z', unknown: [], locked: {} };
const tenant: AzureEditing = {
  ...opened,
  cloud: 'azure',
  values: {
    ...specPartOf(azureFields, initialAzureValues),
    name: 'Coho',
    memberPrefix: 'coho',
    secretExpiresOn: '2027-01-31',
  },
  secretKept: true,
};
const organization: AwsEditing = {
  ...opened,
  cloud: 'aws',
  values: { ...specIn(initialAwsValues), name: 'Coho', memberPrefix: 'coho', roleArn: null },
  externalIdsKept: true,
};

test('a copy names its source and proposes a name that is free, and a prefix of its own', () => {
  expect(copyOf(tenant, []).values).toMatchObject({
    name: 'Copy of Coho',
    memberPrefix: 'copy_of_coho',
    copiedFrom: 'Coho',
  });
  expect(copyOf(organization, ['Copy of Coho', 'Copy of  Coho 2']).values).toMatchObject({
    name: 'Copy of Coho 3',
    memberPrefix: 'copy_of_coho_3',
  });
});

test('a copy has nothing that belongs to the credentials of its source: no day of its secret, no external ids, no test', () => {
  expect(copyOf(tenant, []).values).toMatchObject({ secretExpiresOn: null });
  const { values } = copyOf(organization, []);
  expect(values).toMatchObject({ externalId: '', memberExternalId: '', roleArn: '' });
  expect(values).not.toHaveProperty('testedAt');
});
