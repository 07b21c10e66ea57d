import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrganizationAccess, TenantAccess } from './access.ts';
import { anyOrganizationAccess, anyTenantAccess } from './any-access.ts';
import { roleCommands, rollOutCommands } from './organization/organization-commands.ts';
import { trustPolicy } from './policies.ts';
import { tenantCommands } from './tenant/tenant-commands.ts';
import { callsOf } from './text/shell-under-test.ts';

const organization: OrganizationAccess = {
  partition: 'global',
  baseAccountId: '012345678901',
  externalId: 'console-1a2b',
  memberExternalId: 'console-3c4d',
  rolePath: '/',
  roleName: 'connector',
  rootId: 'r-zar5',
  cspm: true,
};
const tenant: TenantAccess = {
  tenantId: '5b1c3c2e-9a3e-4c9f-8c54-2f6f3f3b7a10',
  applicationId: null,
  applicationName: 'Northwind',
  secretExpiresOn: null,
};
const called = (calls: string[][]) => calls.map((words) => words.slice(0, 3).join(' '));
/** A shell holds no NUL and no half character. */
const asShell = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd');

describe('the lines for the AWS CLI', () => {
  test('find the root, roll the template out, and look up what it made', () => {
    expect(called(callsOf(rollOutCommands(organization, 'template.yaml')))).toEqual([
      'aws organizations list-roots',
      'aws cloudformation activate-organizations-access',
      'aws cloudformation deploy',
      'aws cloudformation describe-stacks',
      'aws cloudformation list-stack-instances',
    ]);
  });

  test('make the organization’s role with its policies', () => {
    const calls = callsOf(roleCommands(organization));
    expect(called(calls)).toEqual([
      'aws iam create-role',
      'aws iam put-role-policy',
      'aws iam attach-role-policy',
      'aws iam get-role',
    ]);
    expect(calls[2]).toContain('arn:aws:iam::aws:policy/SecurityAudit');
    expect(called(callsOf(roleCommands({ ...organization, cspm: false })))).not.toContain(
      'aws iam attach-role-policy',
    );
  });

  test('ask GovCloud in its own region', () => {
    const gov: OrganizationAccess = { ...organization, partition: 'govcloud' };
    expect(rollOutCommands(gov, 'template.yaml')).toMatch(/^export AWS_DEFAULT_REGION=us-gov-west-1\n/);
    expect(callsOf(roleCommands(gov))[2]).toContain('arn:aws-us-gov:iam::aws:policy/SecurityAudit');
  });

  test('hostile values stay words of their command', () => {
    fc.assert(
      fc.property(anyOrganizationAccess, (hostile) => {
        const calls = callsOf(roleCommands(hostile));
        const name = asShell(hostile.roleName ?? '<ROLE_NAME>');
        expect(calls).toHaveLength(hostile.cspm ? 4 : 3);
        expect(calls[0]?.slice(0, 8)).toEqual(
          ['aws', 'iam', 'create-role', '--role-name', name, '--path', asShell(hostile.rolePath)].concat(
            '--assume-role-policy-document',
          ),
        );
        const partition = hostile.partition === 'govcloud' ? 'aws-us-gov' : 'aws';
        const trusted = `arn:${partition}:iam::${hostile.baseAccountId ?? '<TRUSTED_ACCOUNT_ID>'}:root`;
        expect(JSON.parse(calls[0]?.[8] ?? '')).toEqual(
          trustPolicy(trusted, hostile.externalId ?? '<EXTERNAL_ID>'),
        );
      }),
      { numRuns: 50 },
    );
  });
});

describe('the lines for the Azure CLI', () => {
  test('make the application, its principal, its role at the root and its secret', () => {
    const calls = callsOf(tenantCommands(tenant));
    expect(called(calls)).toEqual([
      'az login --tenant',
      'az ad app',
      'az ad sp',
      'az ad sp',
      'az role assignment',
      'az ad app',
      'az ad app',
      'az account show',
    ]);
    expect(calls[4]).toEqual([
      ...['az', 'role', 'assignment', 'create', '--role', 'Reader'],
      ...['--assignee-object-id', 'answer-of-az', '--assignee-principal-type', 'ServicePrincipal'],
      ...['--scope', `/providers/Microsoft.Management/managementGroups/${tenant.tenantId}`],
    ]);
  });

  test('make no second application when there is one', () => {
    const applicationId = '0c9f8e7d-1111-4222-8333-444455556666';
    const calls = callsOf(tenantCommands({ ...tenant, applicationId }));
    expect(calls.map((words) => words.slice(1, 4).join(' '))).not.toContain('ad app create');
    expect(calls[1]).toEqual(['az', 'ad', 'sp', 'create', '--id', applicationId]);
  });

  test('give the secret the end that was entered, or a year, and hold no value of one', () => {
    const resetOf = (access: TenantAccess) => callsOf(tenantCommands(access))[5];
    expect(resetOf(tenant)).toEqual(expect.arrayContaining(['reset', '--append', '--years', '1']));
    const dated = resetOf({ ...tenant, secretExpiresOn: '2027-01-31' });
    expect(dated).toEqual(expect.arrayContaining(['--end-date', '2027-01-31']));
    expect(dated).not.toContain('--years');
    expect(tenantCommands(tenant)).not.toMatch(/--password|--credential/);
  });

  test('hostile values stay words of their command', () => {
    fc.assert(
      fc.property(anyTenantAccess, (hostile) => {
        const calls = callsOf(tenantCommands(hostile));
        const tenantId = asShell(hostile.tenantId ?? '<TENANT_ID>');
        expect(calls).toHaveLength(hostile.applicationId === null ? 8 : 7);
        expect(calls[0]).toEqual(['az', 'login', '--tenant', tenantId, '--allow-no-subscriptions']);
        if (hostile.applicationId === null) {
          const name = asShell(hostile.applicationName ?? '<APPLICATION_NAME>');
          expect(calls[1]?.[4]).toBe(`--display-name=${name}`);
        }
        expect(calls.at(-4)?.at(-1)).toBe(`/providers/Microsoft.Management/managementGroups/${tenantId}`);
      }),
      { numRuns: 50 },
    );
  });
});
