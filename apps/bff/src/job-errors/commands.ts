/** Lines to copy that look into a cause or mend it. A value stands as `<NAME>`; `repair.ts` fills in what is known of the connector. */
import type { Blank } from './blanks.ts';

export type CommandTemplate = {
  title: string;
  text: string;
  /** Without these the command says nothing: it is left out while they are not known. */
  needs?: readonly Blank[];
};

const principal = '"$(az ad sp show --id <APPLICATION_ID> --query id --output tsv)"';

export const azureCommands = {
  secretEnds: {
    title: 'When the secrets of the application expire',
    text: `az ad app credential list --id <APPLICATION_ID> \\
  --query '[].{name:displayName, expires:endDateTime}' --output table`,
  },
  newSecret: {
    title: 'A new secret for a year; it is printed once',
    text: `az ad app credential reset --id <APPLICATION_ID> --append \\
  --display-name connector --years 1 --query password --output tsv`,
  },
  application: {
    title: 'Whether the tenant has the application',
    text: `az login --tenant <TENANT_ID> --allow-no-subscriptions
az ad sp show --id <APPLICATION_ID> --query '{name:displayName, enabled:accountEnabled}'`,
  },
  tenant: {
    title: 'The ID of the tenant that you are signed in to',
    text: `az account show --query '{tenantId:tenantId, tenantName:tenantDisplayName}'`,
  },
  enableApplication: {
    title: 'Let the application sign in',
    text: 'az ad sp update --id <APPLICATION_ID> --set accountEnabled=true',
  },
  excludedPrincipal: {
    title: 'The service principal to exclude from the policy',
    text: `az ad sp show --id <APPLICATION_ID> --query '{name:displayName, objectId:id}'`,
  },
  readRoot: {
    title: 'Reader at the root management group, whose id is the tenant’s',
    text: `az role assignment create --role Reader \\
  --assignee-object-id ${principal} \\
  --assignee-principal-type ServicePrincipal \\
  --scope /providers/Microsoft.Management/managementGroups/<TENANT_ID>`,
  },
  readSubscription: {
    title: 'Reader on the subscription that the message names',
    text: `az role assignment create --role Reader \\
  --assignee-object-id ${principal} \\
  --assignee-principal-type ServicePrincipal \\
  --scope /subscriptions/<SUBSCRIPTION_ID>`,
    needs: ['SUBSCRIPTION_ID'],
  },
  assignments: {
    title: 'Where the application has which role',
    text: `az role assignment list --all --assignee <APPLICATION_ID> \\
  --query '[].{role:roleDefinitionName, scope:scope}' --output table`,
  },
  groups: {
    title: 'The management groups as they are now',
    text: `az account management-group list --query '[].{id:name, name:displayName}' --output table`,
  },
  subscription: {
    title: 'The state of the subscription',
    text: `az account show --subscription <SUBSCRIPTION_ID> --query '{name:name, state:state}'`,
    needs: ['SUBSCRIPTION_ID'],
  },
} as const satisfies Record<string, CommandTemplate>;

const readingPolicy =
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["organizations:List*","organizations:Describe*"],"Resource":"*"}]}';

export const awsCommands = {
  deniedBy: {
    title: 'The service control policies of the account, from the management account',
    text: `aws organizations list-policies-for-target --target-id <ACCOUNT_ID> \\
  --filter SERVICE_CONTROL_POLICY --query 'Policies[].[Id,Name]' --output table`,
    needs: ['ACCOUNT_ID'],
  },
  rolePolicies: {
    title: 'The policies of the role, in its own account',
    text: `aws iam list-attached-role-policies --role-name <ROLE_NAME>
aws iam list-role-policies --role-name <ROLE_NAME>
aws iam get-role --role-name <ROLE_NAME> --query Role.PermissionsBoundary`,
  },
  trust: {
    title: 'Whom the role trusts, in its own account',
    text: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
  },
  memberRole: {
    title: 'Whether the stack set has deployed the role to the account',
    text: `aws cloudformation list-stack-instances --stack-set-name <STACK_SET> \\
  --stack-instance-account <ACCOUNT_ID> \\
  --query 'Summaries[].[Account,StackInstanceStatus.DetailedStatus,StatusReason]' --output table`,
    needs: ['ACCOUNT_ID'],
  },
  readOrganization: {
    title: 'Let the role read the organization',
    text: `aws iam put-role-policy --role-name <ROLE_NAME> --policy-name ReadOrganization \\
  --policy-document '${readingPolicy}'`,
  },
  managementAccount: {
    title: 'The management account of the organization',
    text: 'aws organizations describe-organization --query Organization.MasterAccountId --output text',
  },
  trustStackSets: {
    title: 'Trust CloudFormation StackSets, in the management account',
    text: 'aws cloudformation activate-organizations-access',
  },
  delegate: {
    title: 'Make the account a delegated administrator, from the management account',
    text: `aws organizations register-delegated-administrator --account-id <ACCOUNT_ID> \\
  --service-principal member.org.stacksets.cloudformation.amazonaws.com`,
    needs: ['ACCOUNT_ID'],
  },
  accountStatus: {
    title: 'The state of the account',
    text: 'aws organizations describe-account --account-id <ACCOUNT_ID> --query Account.Status --output text',
    needs: ['ACCOUNT_ID'],
  },
  units: {
    title: 'The root and its units as they are now',
    text: `aws organizations list-roots --query 'Roots[].[Id,Name]' --output table
aws organizations list-organizational-units-for-parent --parent-id <ROOT_ID> \\
  --query 'OrganizationalUnits[].[Id,Name]' --output table`,
  },
  unit: {
    title: 'Whether the unit still exists',
    text: 'aws organizations describe-organizational-unit --organizational-unit-id <UNIT_ID>',
    needs: ['UNIT_ID'],
  },
  roleArn: {
    title: 'The ARN of the role, in its own account',
    text: 'aws iam get-role --role-name <ROLE_NAME> --query Role.Arn --output text',
  },
  inventory: {
    title: 'Let the role read the inventory, in its own account',
    text: `aws iam attach-role-policy --role-name <ROLE_NAME> \\
  --policy-arn arn:aws:iam::aws:policy/SecurityAudit`,
  },
} as const satisfies Record<string, CommandTemplate>;

export const vendorCase: CommandTemplate = {
  title: 'What to name in a case with the vendor',
  text: 'Connector <CONNECTOR_ID>, UUID <CONNECTOR_UUID>, its job of <LAST_SYNC>',
};
