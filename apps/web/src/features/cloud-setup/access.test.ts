import { describe, expect, test } from 'vitest';
import { organizationAccess, tenantAccess } from './access.ts';

const organization = {
  name: 'org-main',
  cspm: true,
  remediation: false,
  partition: 'global' as const,
  baseAccountId: ' 012345678901 ',
  roleArn: 'arn:aws:iam::222222222222:role/security/readers/connector',
  externalId: 'console-1a2b',
  memberExternalId: 'console-3c4d',
  rootId: 'r-zar5',
  scope: { included: [], excluded: [] },
  memberPrefix: '',
  allRegions: true,
  allPostureRegions: true,
  perimeterScan: false,
  runEveryHours: 4,
  memberRunEveryHours: 4,
  activateVm: false,
  tagIds: [],
};

const tenant = {
  name: ' Northwind ',
  description: '',
  cspm: true,
  remediation: false,
  tenantId: '5b1c3c2e-9a3e-4c9f-8c54-2f6f3f3b7a10',
  tenantName: 'Northwind',
  applicationId: '',
  secretExpiresOn: '2027-01-31',
  scope: { included: [], excluded: [] },
  memberPrefix: '',
  createForNewAccounts: true,
  disableForDeleted: true,
  runEveryDays: 1,
  memberRunEveryDays: 1,
  activation: { vm: false, pc: false, sca: false, certView: false },
  tagIds: [],
};

describe('the access of an organization', () => {
  test('takes name and path of the role from its ARN', () => {
    expect(organizationAccess(organization)).toEqual({
      partition: 'global',
      baseAccountId: '012345678901',
      externalId: 'console-1a2b',
      memberExternalId: 'console-3c4d',
      rolePath: '/security/readers/',
      roleName: 'connector',
      rootId: 'r-zar5',
      cspm: true,
    });
  });

  test('has no value for what is not entered, or not as the connector takes it', () => {
    const values = {
      ...organization,
      baseAccountId: '1234',
      roleArn: 'arn:aws:iam::222222222222:user/x',
      rootId: '',
    };
    expect(organizationAccess(values)).toMatchObject({
      baseAccountId: null,
      rolePath: '/',
      roleName: null,
      rootId: null,
    });
  });
});

describe('the access of a tenant', () => {
  test('names the application after the connector and ends the secret on the day entered', () => {
    expect(tenantAccess(tenant)).toEqual({
      tenantId: '5b1c3c2e-9a3e-4c9f-8c54-2f6f3f3b7a10',
      applicationId: null,
      applicationName: 'Northwind',
      secretExpiresOn: '2027-01-31',
    });
  });

  test('has no value for what is not entered, or not as the connector takes it', () => {
    expect(tenantAccess({ ...tenant, name: ' ', tenantId: 'northwind', secretExpiresOn: null })).toEqual({
      tenantId: null,
      applicationId: null,
      applicationName: null,
      secretExpiresOn: null,
    });
  });
});
