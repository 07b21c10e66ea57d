/** The same as the Azure CLI's lines, in Terraform; but for the secret, which would stay readable in Terraform's state. */
import type { TenantAccess } from '../access.ts';
import { hclText } from '../text/hcl-text.ts';
import { fillTenant } from './tenant-blanks.ts';

export function tenantTerraform(access: TenantAccess): string {
  const application = access.applicationId === null ? NEW_APPLICATION : KNOWN_APPLICATION;
  return [PROVIDERS, localsOf(access), application.code, restOf(application.clientId, access)].join('\n');
}

const PROVIDERS = `terraform {
  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = ">= 3.0"
    }
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 4.0"
    }
  }
}

provider "azuread" {
  tenant_id = local.tenant_id
}

# It wants a subscription to sign in to: set ARM_SUBSCRIPTION_ID to any of the tenant's.
provider "azurerm" {
  tenant_id                       = local.tenant_id
  resource_provider_registrations = "none"
  features {}
}
`;

function localsOf(access: TenantAccess): string {
  const { text } = fillTenant(access);
  const { applicationId, secretExpiresOn } = access;
  return `locals ${hclText({
    tenant_id: text.tenantId,
    ...(applicationId === null
      ? { application_name: text.applicationName }
      : { application_id: applicationId }),
    secret_lifetime: secretExpiresOn === null ? '--years 1' : `--end-date ${secretExpiresOn}`,
  })}\n`;
}

const NEW_APPLICATION = {
  clientId: 'azuread_application.connector.client_id',
  code: `resource "azuread_application" "connector" {
  display_name     = local.application_name
  sign_in_audience = "AzureADMultipleOrgs"
}
`,
};

const KNOWN_APPLICATION = {
  clientId: 'data.azuread_application.connector.client_id',
  code: `data "azuread_application" "connector" {
  client_id = local.application_id
}
`,
};

function restOf(clientId: string, { applicationId }: TenantAccess): string {
  const existing = applicationId === null ? '' : '  use_existing = true\n';
  return `resource "azuread_service_principal" "connector" {
  client_id = ${clientId}
${existing}}

# The id of the root management group is the tenant's.
resource "azurerm_role_assignment" "connector" {
  scope                = "/providers/Microsoft.Management/managementGroups/\${local.tenant_id}"
  role_definition_name = "Reader"
  principal_id         = azuread_service_principal.connector.object_id
  principal_type       = "ServicePrincipal"
}

# For the field Application ID.
output "application_id" {
  value = ${clientId}
}

# The secret stays out of Terraform, whose state would keep it readable. This command makes it and prints it once:
# copy it into the field Secret value.
output "secret_command" {
  value = "az ad app credential reset --id \${${clientId}} --append --display-name connector \${local.secret_lifetime} --query password --output tsv"
}
`;
}
