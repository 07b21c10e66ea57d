/** The tabs of the help: what stands in each, under which file name it is downloaded, and who has to run it. */
import type { OrganizationAccess, TenantAccess } from './access.ts';
import { cloudFormationText } from './cloud-formation.ts';
import { fillOrganization } from './organization-blanks.ts';
import { roleCommands, rollOutCommands } from './organization-commands.ts';
import { organizationTerraform } from './organization-terraform.ts';
import type { Blank } from './placeholders.ts';
import { arnPartition, readingPolicy, trustPolicy } from './policies.ts';
import { fillTenant } from './tenant-blanks.ts';
import { tenantCommands } from './tenant-commands.ts';
import { tenantTerraform } from './tenant-terraform.ts';

export interface HelpDocument {
  title: string;
  fileName: string;
  text: string;
}

export interface HelpTab {
  id: string;
  title: string;
  /** What comes of it, and where it is run. */
  note: string;
  documents: HelpDocument[];
}

export interface Help {
  tabs: HelpTab[];
  /** What the code shows placeholders for. */
  missing: Blank[];
}

const TEMPLATE_FILE = 'connector-organization.yaml';

export function organizationHelp(access: OrganizationAccess): Help {
  return {
    missing: fillOrganization(access).missing,
    tabs: [
      {
        id: 'cloudformation',
        title: 'CloudFormation',
        note: 'Makes the organization’s role, and through a stack set the members’ role in every account, also in those that join later. Run it in the management account, or in an account that is delegated administrator of stack sets (with StackSetCalledAs=DELEGATED_ADMIN).',
        documents: [{ title: 'Template', fileName: TEMPLATE_FILE, text: cloudFormationText(access) }],
      },
      {
        id: 'terraform',
        title: 'Terraform',
        note: 'The same with Terraform. Run it with credentials of the account that holds the organization’s role.',
        documents: [
          {
            title: 'Configuration',
            fileName: 'connector-organization.tf',
            text: organizationTerraform(access),
          },
        ],
      },
      {
        id: 'trust',
        title: 'Trust policy',
        note: 'For roles that you make yourself: whom they trust, and what they may read.',
        documents: policyDocuments(access),
      },
      {
        id: 'cli',
        title: 'AWS CLI',
        note: 'For a POSIX shell, signed in to the account that holds the organization’s role.',
        documents: [
          {
            title: 'Roll out the template',
            fileName: 'connector-roll-out.sh',
            text: rollOutCommands(access, TEMPLATE_FILE),
          },
          {
            title: 'The organization’s role alone',
            fileName: 'connector-role.sh',
            text: roleCommands(access),
          },
        ],
      },
    ],
  };
}

export function tenantHelp(access: TenantAccess): Help {
  return {
    missing: fillTenant(access).missing,
    tabs: [
      {
        id: 'cli',
        title: 'Azure CLI',
        note: 'For a POSIX shell or the Cloud Shell, as somebody who may register applications and assign roles at the root management group. No line holds the secret: it is printed when it is made.',
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

function policyDocuments(access: OrganizationAccess): HelpDocument[] {
  const { text } = fillOrganization(access);
  const trusted = `arn:${arnPartition(access.partition)}:iam::${text.baseAccountId}:root`;
  return [
    {
      title: 'Trust policy of the organization’s role',
      fileName: 'connector-trust-policy.json',
      text: jsonText(trustPolicy(trusted, text.externalId)),
    },
    {
      title: 'Trust policy of the members’ role',
      fileName: 'connector-member-trust-policy.json',
      text: jsonText(trustPolicy(trusted, text.memberExternalId)),
    },
    {
      title: 'Permission policy of both roles',
      fileName: 'connector-permission-policy.json',
      text: jsonText(readingPolicy),
    },
  ];
}

function jsonText(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
