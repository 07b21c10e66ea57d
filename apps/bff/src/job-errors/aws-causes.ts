/** What Amazon's texts most likely mean. Specific rows stand before general ones; the first match wins. */
import { awsCommands } from './commands.ts';
import { edit, type KnownCause, runAgain } from './known-cause.ts';

const accessDenied = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html';
const organizations =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_troubleshoot_general.html';

export const awsCauses: readonly KnownCause[] = [
  {
    pattern: /explicit deny in a service control policy|explicit deny.*SCP/i,
    kind: 'configuration',
    title: 'A service control policy forbids it',
    explanation: 'A policy of the organization denies the call, whatever the role itself may do.',
    steps: [
      'Find the denied call in CloudTrail.',
      'In the management account, change the policy on that unit or account, or exempt the connector’s role.',
    ],
    link: accessDenied,
    repair: { actions: [runAgain, edit('scope')], commands: [awsCommands.deniedBy] },
  },
  {
    pattern:
      /because no (permissions boundary|session policy|identity-based policy|resource control policy) allows|explicit deny in an? [\w -]*policy/i,
    kind: 'configuration',
    title: 'A policy on the role forbids it',
    explanation: 'The message names the kind of policy that denies the call.',
    steps: ['Change exactly that kind of policy on the connector’s role.'],
    link: accessDenied,
    repair: { actions: [runAgain], commands: [awsCommands.rolePolicies] },
  },
  {
    pattern: /not authorized to perform: sts:AssumeRole/i,
    kind: 'configuration',
    title: 'The role cannot be assumed',
    explanation:
      'AWS says the same for a wrong principal, a wrong external id, and a role that is missing or has another name. If the account is not the management account, the member role was probably not deployed there.',
    steps: [
      'Open the role’s trust relationship: its principal and its external id must be the ones of this connector, without spaces.',
      'Check that the role’s name and path equal the ARN.',
      'For a member account, look at the StackSet’s instances: they must be CURRENT, with the same external id. A StackSet never deploys to the management account itself.',
      'A role made minutes ago may need a little time: run again first.',
    ],
    duringTest: [
      'Open the role’s trust relationship: its principal must be the account above, and its external id the one entered here, without spaces.',
      'Check that the role’s name and path equal the ARN.',
      'A role made minutes ago may need a little time: wait a minute, then test again.',
    ],
    link: 'https://repost.aws/knowledge-center/iam-assume-role-error',
    repair: {
      actions: [runAgain, edit('organization'), edit('scope')],
      commands: [awsCommands.trust, awsCommands.memberRole],
    },
  },
  {
    pattern: /not authorized to perform: organizations:|AccessDenied.*organizations:(List|Describe)/i,
    kind: 'configuration',
    title: 'The role may not read the organization',
    explanation: 'The connector lists accounts and units, which the role does not allow.',
    steps: ['Allow the role organizations:List* and organizations:Describe*.'],
    link: organizations,
    repair: { actions: [runAgain], commands: [awsCommands.readOrganization] },
  },
  {
    pattern: /you don'?t have permissions? to access this resource/i,
    kind: 'configuration',
    title: 'The role is in an account that may not read the organization',
    explanation: 'Only the management account and delegated administrators can.',
    steps: ['Use a role in the management account, or make its account a delegated administrator.'],
    link: organizations,
    repair: { actions: [edit('organization'), runAgain], commands: [awsCommands.managementAccount] },
  },
  {
    pattern: /AWSOrganizationsNotInUse|account isn'?t a member of an organization/i,
    kind: 'configuration',
    title: 'The account has no organization',
    explanation: 'The connector points to an account that belongs to no AWS organization.',
    steps: ['Point the connector to the management account of the organization.'],
    link: organizations,
    repair: { actions: [edit('organization'), runAgain], commands: [awsCommands.managementAccount] },
  },
  {
    pattern: /enable organizations access|ActivateOrganizationsAccess|trusted access/i,
    kind: 'configuration',
    title: 'StackSets have no trusted access',
    explanation: 'CloudFormation cannot deploy the member roles until the organization trusts it.',
    steps: ['In the management account, activate organizations access for CloudFormation StackSets.'],
    link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ActivateOrganizationsAccess.html',
    repair: { actions: [runAgain], commands: [awsCommands.trustStackSets] },
  },
  {
    pattern: /must be the management account or a delegated admin/i,
    kind: 'configuration',
    title: 'This account may not deploy StackSets',
    explanation:
      'Member roles can be deployed from the management account or a delegated administrator only.',
    steps: ['Register the account as delegated administrator for StackSets, or use the management account.'],
    link: null,
    repair: { actions: [runAgain], commands: [awsCommands.managementAccount, awsCommands.delegate] },
  },
  {
    pattern: /RegionDisabledException|STS is not activated in this region/i,
    kind: 'configuration',
    title: 'The region is switched off',
    explanation: 'The account’s security token service is not active in that region.',
    steps: ['Activate it under IAM, Account settings, or leave the region out.'],
    link: null,
    repair: { actions: [edit('members'), runAgain] },
  },
  {
    pattern: /InvalidClientTokenId|SignatureDoesNotMatch|UnrecognizedClientException|AuthFailure/i,
    kind: 'configuration',
    title: 'The keys are not accepted',
    explanation:
      'In one region only, that region is not enabled for the account. On every call, the base account’s access keys were changed or deleted.',
    steps: [
      'Enable the region or leave it out.',
      'If every call fails, enter new keys for the base account.',
    ],
    link: null,
    repair: { actions: [edit('members'), runAgain] },
  },
  {
    pattern: /\b(SUSPENDED|PENDING_CLOSURE)\b/,
    kind: 'configuration',
    title: 'An account is being closed',
    explanation: 'A closed account stays in the organization for up to 90 days and refuses every call.',
    steps: ['Exclude the account, or wait until it has left the organization.'],
    link: null,
    repair: { actions: [edit('scope'), runAgain], commands: [awsCommands.accountStatus] },
  },
  {
    pattern: /(OrganizationalUnit|Parent|Root|Child|Account)NotFoundException/i,
    kind: 'configuration',
    title: 'A unit or account of the scope is gone',
    explanation: 'The scope names an id that the organization no longer has, or another root.',
    steps: ['Compare the connector’s scope with the organization as it is now.'],
    link: organizations,
    repair: { actions: [edit('scope'), runAgain], commands: [awsCommands.unit, awsCommands.units] },
  },
  {
    pattern: /is an? invalid ARN|ValidationError.*arn|malformed.*arn/i,
    kind: 'configuration',
    title: 'The role’s ARN is wrong',
    explanation: 'It is misspelled, or belongs to another partition than the account type.',
    steps: ['Copy the ARN from the role’s page; GovCloud needs a connector of its own.'],
    link: null,
    repair: { actions: [edit('organization'), runAgain], commands: [awsCommands.roleArn] },
  },
  {
    pattern: /ConcurrentModificationException|target of the operation is currently being modified/i,
    kind: 'transient',
    title: 'The organization was being changed',
    explanation: 'Another user or program changed the organization while the connector read it.',
    steps: ['Wait for the next run.'],
    link: organizations,
    repair: { actions: [runAgain] },
  },
  {
    pattern: /UnauthorizedOperation.*ec2:Describe|SecurityAudit/i,
    kind: 'configuration',
    title: 'The member role lacks rights to read the inventory',
    explanation: 'The role can be assumed but may not describe what is in the account.',
    steps: ['Attach SecurityAudit and the vendor’s own policy to the member role.'],
    link: null,
    repair: { actions: [runAgain], commands: [awsCommands.inventory] },
  },
  {
    pattern: /ThrottlingException|Throttling|RequestLimitExceeded|TooManyRequestsException|Rate exceeded/i,
    kind: 'transient',
    title: 'AWS was asked too often',
    explanation: 'Many regions or short intervals reach the limits of the AWS APIs.',
    steps: ['Wait for the next run.', 'Run every four hours or less often, or narrow regions and units.'],
    link: null,
    repair: { actions: [runAgain, edit('members')] },
  },
];
