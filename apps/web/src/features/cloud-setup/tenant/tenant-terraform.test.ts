// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references of Terraform and CloudFormation look like template strings
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TenantAccess } from '../access.ts';
import { anyTenantAccess } from '../any-access.ts';
import { parseHcl } from '../text/hcl-under-test.ts';
import { tenantTerraform } from './tenant-terraform.ts';

const access: TenantAccess = {
  tenantId: '5b1c3c2e-9a3e-4c9f-8c54-2f6f3f3b7a10',
  applicationId: null,
  applicationName: 'Northwind',
  secretExpiresOn: null,
};

describe('the tenant in Terraform', () => {
  test('makes the application, its principal and its role at the root', () => {
    expect(parseHcl(tenantTerraform(access)).resource).toEqual({
      azuread_application: {
        connector: [{ display_name: '${local.application_name}', sign_in_audience: 'AzureADMultipleOrgs' }],
      },
      azuread_service_principal: { connector: [{ client_id: '${azuread_application.connector.client_id}' }] },
      azurerm_role_assignment: {
        connector: [
          {
            scope: '/providers/Microsoft.Management/managementGroups/${local.tenant_id}',
            role_definition_name: 'Reader',
            principal_id: '${azuread_service_principal.connector.object_id}',
            principal_type: 'ServicePrincipal',
          },
        ],
      },
    });
  });

  test('refers to an application that there is', () => {
    const { resource, data } = parseHcl(
      tenantTerraform({ ...access, applicationId: '0c9f8e7d-1111-4222-8333-444455556666' }),
    );
    expect(data).toEqual({ azuread_application: { connector: [{ client_id: '${local.application_id}' }] } });
    expect(resource).not.toHaveProperty('azuread_application');
    expect(resource).toMatchObject({ azuread_service_principal: { connector: [{ use_existing: true }] } });
  });

  test('never lets the secret into Terraform: only the command that makes it', () => {
    const text = tenantTerraform(access);
    expect(text).not.toMatch(/azuread_\w*password/);
    expect(parseHcl(text).output).toMatchObject({
      secret_command: [{ value: expect.stringContaining('az ad app credential reset') }],
    });
  });

  test('hostile values stay local values and change nothing else', () => {
    fc.assert(
      fc.property(anyTenantAccess, (hostile) => {
        const { locals, ...rest } = parseHcl(tenantTerraform(hostile));
        const asTerraform = (text: string) => text.toWellFormed().normalize('NFC');
        const { applicationId, secretExpiresOn } = hostile;
        const name = hostile.applicationName ?? '<APPLICATION_NAME>';
        expect(locals).toEqual([
          {
            tenant_id: asTerraform(hostile.tenantId ?? '<TENANT_ID>'),
            ...(applicationId === null
              ? { application_name: asTerraform(name) }
              : { application_id: asTerraform(applicationId) }),
            secret_lifetime: asTerraform(
              secretExpiresOn === null ? '--years 1' : `--end-date ${secretExpiresOn}`,
            ),
          },
        ]);
        const { locals: _, ...plain } = parseHcl(tenantTerraform({ ...access, applicationId }));
        expect(rest).toEqual(plain);
      }),
      { numRuns: 20 },
    );
  });
});
