// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of Terraform and CloudFormation look like template strings
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrganizationAccess } from '../access.ts';
import { anyOrganizationAccess } from '../any-access.ts';
import { parseHcl } from '../text/hcl-under-test.ts';
import { memberTemplate } from './cloud-formation.ts';
import { organizationTerraform } from './organization-terraform.ts';

const access: OrganizationAccess = {
  partition: 'global',
  baseAccountId: '012345678901',
  externalId: 'console-1a2b',
  memberExternalId: 'console-3c4d',
  rolePath: '/security/',
  roleName: 'connector',
  rootId: 'r-zar5',
  cspm: true,
};

describe('the organization in Terraform', () => {
  test('makes the role, its policies, and a service-managed stack set over the whole organization', () => {
    const { resource } = parseHcl(organizationTerraform(access));
    expect(resource).toMatchObject({
      aws_iam_role: { organization: [{ name: '${local.role_name}' }] },
      aws_iam_role_policy: { organization_reading: [{ role: '${aws_iam_role.organization.name}' }] },
      aws_iam_role_policy_attachment: {
        organization_security_audit: [{ policy_arn: 'arn:aws:iam::aws:policy/SecurityAudit' }],
      },
      aws_cloudformation_stack_set: {
        members: [{ permission_model: 'SERVICE_MANAGED', auto_deployment: [{ enabled: true }] }],
      },
      aws_cloudformation_stack_set_instance: {
        members: [{ deployment_targets: [{ organizational_unit_ids: ['${local.root_id}'] }] }],
      },
    });
  });

  test('every local value and resource that is named exists, and every local value is used', () => {
    const text = organizationTerraform(access);
    const { locals, resource } = parseHcl(text);
    const named = new Set([...text.matchAll(/local\.(\w+)/g)].map(([, name]) => name));
    expect(locals).toEqual([Object.fromEntries([...named].map((name) => [name, expect.any(String)]))]);
    for (const [, type = '', name = ''] of text.matchAll(/(?<!data\.)(aws_\w+)\.(\w+)/g)) {
      expect(resource).toHaveProperty([type, name]);
    }
  });

  test('hands the member accounts the template that CloudFormation hands them', () => {
    const text = organizationTerraform(access);
    const body = /template_body = jsonencode\((.*?\n {2}\})\)/s.exec(text)?.[1];
    const { locals } = parseHcl(`locals {\n  body = ${body}\n}\n`);
    expect(locals).toEqual([{ body: memberTemplate(access) }]);
  });

  test('the inventory alone needs no SecurityAudit', () => {
    expect(organizationTerraform({ ...access, cspm: false })).not.toContain('SecurityAudit');
  });

  test('in GovCloud every ARN is of its partition', () => {
    const arns = organizationTerraform({ ...access, partition: 'govcloud' }).match(/arn:[^:]*:/g);
    expect(new Set(arns)).toEqual(new Set(['arn:aws-us-gov:']));
  });

  test('hostile values stay local values and change nothing else', () => {
    fc.assert(
      fc.property(anyOrganizationAccess, (hostile) => {
        const { locals, ...rest } = parseHcl(organizationTerraform(hostile));
        const asTerraform = (text: string) => text.toWellFormed().normalize('NFC');
        expect(locals).toEqual([
          {
            trusted_account_id: asTerraform(hostile.baseAccountId ?? '<TRUSTED_ACCOUNT_ID>'),
            external_id: asTerraform(hostile.externalId ?? '<EXTERNAL_ID>'),
            member_external_id: asTerraform(hostile.memberExternalId ?? '<MEMBER_EXTERNAL_ID>'),
            role_name: asTerraform(hostile.roleName ?? '<ROLE_NAME>'),
            role_path: asTerraform(hostile.rolePath),
            root_id: asTerraform(hostile.rootId ?? '<ROOT_ID>'),
          },
        ]);
        const { partition, cspm } = hostile;
        const { locals: _, ...plain } = parseHcl(organizationTerraform({ ...access, partition, cspm }));
        expect(rest).toEqual(plain);
      }),
      { numRuns: 15 },
    );
  });
});
