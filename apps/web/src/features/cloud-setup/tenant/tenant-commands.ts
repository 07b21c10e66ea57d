/** Lines for the Azure CLI in a POSIX shell. Values stand in the assignments at the top only; the secret never does. */
import type { TenantAccess } from '../access.ts';
import { shellWord } from '../text/shell-text.ts';
import { fillTenant } from './tenant-blanks.ts';

export function tenantCommands(access: TenantAccess): string {
  const { text } = fillTenant(access);
  return `TENANT_ID=${shellWord(text.tenantId)}
az login --tenant "$TENANT_ID" --allow-no-subscriptions

${applicationLines(access.applicationId, text.applicationName)}
# 2. Its service principal; an error that it exists already does no harm
az ad sp create --id "$APPLICATION_ID"
PRINCIPAL_ID=$(az ad sp show --id "$APPLICATION_ID" --query id --output tsv)

# 3. Reader at the root management group, whose id is the tenant's
#    Refused? A Global Administrator can first take access to the root for themselves:
#    az rest --method post --url '/providers/Microsoft.Authorization/elevateAccess?api-version=2016-07-01'
az role assignment create --role Reader \\
  --assignee-object-id "$PRINCIPAL_ID" --assignee-principal-type ServicePrincipal \\
  --scope "/providers/Microsoft.Management/managementGroups/$TENANT_ID"

# 4. A secret ${access.secretExpiresOn === null ? 'for a year' : 'until the day entered'}: printed once, copy it into the field Secret value
az ad app credential reset --id "$APPLICATION_ID" --append \\
  --display-name connector ${lifetimeOf(access)} --query password --output tsv

# 5. When the secrets of the application expire, for the field Secret expires on
az ad app credential list --id "$APPLICATION_ID" \\
  --query '[].{name:displayName, expires:endDateTime}' --output table

# For the fields Tenant ID, Tenant name and Application ID
az account show --query '{tenantId:tenantId, tenantName:tenantDisplayName}'
echo "$APPLICATION_ID"
`;
}

function applicationLines(applicationId: string | null, name: string): string {
  if (applicationId !== null) {
    return `# 1. The app registration, made already\nAPPLICATION_ID=${shellWord(applicationId)}\n`;
  }
  // With an equals sign, a name that begins with a dash is no option.
  return `# 1. The app registration, for accounts in any organizational directory
APPLICATION_ID=$(az ad app create --display-name=${shellWord(name)} \\
  --sign-in-audience AzureADMultipleOrgs --query appId --output tsv)
`;
}

function lifetimeOf({ secretExpiresOn }: TenantAccess): string {
  return secretExpiresOn === null ? '--years 1' : `--end-date ${shellWord(secretExpiresOn)}`;
}
