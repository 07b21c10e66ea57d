/** The help for a tenant: what stands in each tab, under which file name, and who has to run it. */
import type { TenantAccess } from '../access.ts';
import type { Help } from '../help.ts';
import { fillTenant } from './tenant-blanks.ts';
import { tenantCommands } from './tenant-commands.ts';
import { tenantTerraform } from './tenant-terraform.ts';

export function tenantHelp(access: TenantAccess): Help {
  return {
    missing: fillTenant(access).missing,
    tabs: [
      {
        id: 'cli',
        title: 'Azure CLI',
        note: 'For a POSIX shell or the Cloud Shell, signed in as a user who may register applications and assign roles at the root management group. No line holds the secret: it is printed when it is made.',
        documents: [{ title: 'Commands', fileName: 'connector-tenant.sh', text: tenantCommands(access) }],
      },
      {
        id: 'terraform',
        title: 'Terraform',
        note: 'Makes the application, its service principal and its role. The secret is made by the command of the output, so that it never enters Terraform’s state.',
        documents: [
          { title: 'Configuration', fileName: 'connector-tenant.tf', text: tenantTerraform(access) },
        ],
      },
    ],
  };
}
