import { describe, expect, test } from 'vitest';
import type { OrganizationAccess } from './access.ts';
import { organizationHelp } from './organization/organization-tabs.ts';
import { tenantHelp } from './tenant/tenant-tabs.ts';

const organization: OrganizationAccess = {
  partition: 'govcloud',
  baseAccountId: '012345678901',
  externalId: 'console-1a2b',
  memberExternalId: 'console-3c4d',
  rolePath: '/',
  roleName: 'connector',
  rootId: 'r-zar5',
  cspm: true,
};
const tenant = { tenantId: null, applicationId: null, applicationName: null, secretExpiresOn: null };

describe('the help for an organization', () => {
  test('has a tab for each way, each file under its own name', () => {
    const { tabs, missing } = organizationHelp(organization);
    expect(tabs.map((tab) => tab.title)).toEqual(['CloudFormation', 'Terraform', 'Trust policy', 'AWS CLI']);
    const names = tabs.flatMap((tab) => tab.documents.map((document) => document.fileName));
    expect(new Set(names).size).toBe(names.length);
    expect(missing).toEqual([]);
  });

  test('the policies are JSON: whom each role trusts, and what both may read', () => {
    const policies = organizationHelp(organization).tabs[2]?.documents.map(({ text }) => JSON.parse(text));
    const trust = (externalId: string) => ({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws-us-gov:iam::012345678901:root' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': externalId } },
        },
      ],
    });
    expect(policies?.slice(0, 2)).toEqual([trust('console-1a2b'), trust('console-3c4d')]);
    expect(policies?.[2]).toMatchObject({
      Statement: [
        { Effect: 'Allow', Action: expect.arrayContaining(['organizations:List*']), Resource: '*' },
      ],
    });
    expect(JSON.stringify(policies?.[2])).not.toMatch(/:(Create|Delete|Put|Update|\*)/);
  });

  test('lists every placeholder that the code shows, and no other', () => {
    const nothing = {
      ...organization,
      baseAccountId: null,
      externalId: null,
      memberExternalId: null,
      roleName: null,
    };
    const { tabs, missing } = organizationHelp({ ...nothing, rootId: null });
    const code = tabs.flatMap((tab) => tab.documents.map(({ text }) => text)).join('\n');
    const shown = new Set(code.match(/<[A-Z_]+>/g));
    expect(new Set(missing.map((blank) => blank.placeholder))).toEqual(shown);
    expect(shown.size).toBe(5);
  });
});

describe('the help for a tenant', () => {
  test('lists every placeholder that the code shows, and no other', () => {
    const { tabs, missing } = tenantHelp(tenant);
    expect(tabs.map((tab) => tab.title)).toEqual(['Azure CLI', 'Terraform']);
    for (const { documents } of tabs) {
      const shown = new Set(documents[0]?.text.match(/<[A-Z_]+>/g));
      expect(new Set(missing.map((blank) => blank.placeholder))).toEqual(shown);
    }
    expect(missing).toHaveLength(2);
  });

  test('asks for no name when the application exists', () => {
    expect(tenantHelp({ ...tenant, applicationId: '0c9f8e7d-1111-4222-8333-444455556666' }).missing).toEqual([
      { placeholder: '<TENANT_ID>', source: 'Tenant ID' },
    ]);
  });
});
