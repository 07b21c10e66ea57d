/** The help for an organization: what stands in each tab, under which file name, and who has to run it. */
import type { OrganizationAccess } from '../access.ts';
import type { Help, HelpDocument } from '../help.ts';
import { arnPartition, readingPolicy, trustPolicy } from '../policies.ts';
import { cloudFormationText } from './cloud-formation.ts';
import { fillOrganization } from './organization-blanks.ts';
import { roleCommands, rollOutCommands } from './organization-commands.ts';
import { organizationTerraform } from './organization-terraform.ts';

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
        note: `For roles that you make yourself: whom they trust, and what they may read.${access.cspm ? ' For CSPM attach AWS’s managed policy SecurityAudit to both as well: the permission policy here is for the inventory alone.' : ''}`,
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
