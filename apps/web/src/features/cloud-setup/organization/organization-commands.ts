/** Lines for the AWS CLI in a POSIX shell. Values stand in the assignments at the top only. */
import type { OrganizationAccess } from '../access.ts';
import {
  arnPartition,
  readingPolicy,
  readingPolicyName,
  securityAuditArn,
  trustPolicy,
} from '../policies.ts';
import { shellWord } from '../text/shell-text.ts';
import { stackName, stackSetName } from './cloud-formation.ts';
import { fillOrganization } from './organization-blanks.ts';

/** The template of `templateFile` rolled out, and what it made looked up. */
export function rollOutCommands({ partition }: OrganizationAccess, templateFile: string): string {
  return `${regionLine(partition)}# 1. The root of the organization, for the field Root ID
aws organizations list-roots --query 'Roots[].[Id,Name]' --output text

# 2. Once per organization, in the management account: let stack sets reach the accounts
aws cloudformation activate-organizations-access

# 3. Make the roles with the template of the tab CloudFormation
aws cloudformation deploy \\
  --stack-name ${stackName} \\
  --template-file ${templateFile} \\
  --capabilities CAPABILITY_NAMED_IAM

# 4. The ARN of the organization's role, for the field Role ARN
aws cloudformation describe-stacks --stack-name ${stackName} \\
  --query "Stacks[0].Outputs[?OutputKey=='RoleArn'].OutputValue" --output text

# 5. In which accounts the members' role is, and where it failed
aws cloudformation list-stack-instances --stack-set-name ${stackSetName} \\
  --query 'Summaries[].[Account,StackInstanceStatus.DetailedStatus,StatusReason]' --output table
`;
}

/** The organization's role alone, for those who roll the members' role out in another way. */
export function roleCommands(access: OrganizationAccess): string {
  const { text } = fillOrganization(access);
  const trusted = `arn:${arnPartition(access.partition)}:iam::${text.baseAccountId}:root`;
  const trust = JSON.stringify(trustPolicy(trusted, text.externalId), null, 2);
  return `${regionLine(access.partition)}ROLE_NAME=${shellWord(text.roleName)}
ROLE_PATH=${shellWord(access.rolePath)}
TRUST_POLICY=${shellWord(trust)}
READING_POLICY=${shellWord(JSON.stringify(readingPolicy, null, 2))}

aws iam create-role --role-name "$ROLE_NAME" --path "$ROLE_PATH" \\
  --assume-role-policy-document "$TRUST_POLICY"

aws iam put-role-policy --role-name "$ROLE_NAME" \\
  --policy-name ${readingPolicyName} --policy-document "$READING_POLICY"
${access.cspm ? attachCommand(securityAuditArn(access.partition)) : ''}
# The ARN, for the field Role ARN
aws iam get-role --role-name "$ROLE_NAME" --query Role.Arn --output text
`;
}

function attachCommand(policyArn: string): string {
  return `
aws iam attach-role-policy --role-name "$ROLE_NAME" \\
  --policy-arn ${policyArn}
`;
}

/** GovCloud answers in its own regions only. */
function regionLine(partition: OrganizationAccess['partition']): string {
  return partition === 'govcloud' ? 'export AWS_DEFAULT_REGION=us-gov-west-1\n\n' : '';
}
