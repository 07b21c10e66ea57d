/**
 * The template for the account that holds the organization's role: that role, and a stack set with service-managed
 * permissions that makes the members' role in every account, also in those that join later.
 */
import type { OrganizationAccess } from '../access.ts';
import {
  arnPartition,
  readingPolicy,
  readingPolicyName,
  securityAuditArn,
  trustPolicy,
} from '../policies.ts';
import { type Data, yamlText } from '../text/yaml-text.ts';
import { fillOrganization, type OrganizationText } from './organization-blanks.ts';

export const stackName = 'connector-organization';
export const stackSetName = 'connector-members';

/** Values stand in the parameters only, each with the pattern AWS holds it to: a placeholder that is left in is refused at the start. */
export function cloudFormationText(access: OrganizationAccess): string {
  const { text } = fillOrganization(access);
  return yamlText({
    AWSTemplateFormatVersion: '2010-09-09',
    Description:
      'Lets a connector read this organization: its role here, and a role in every member account.',
    Parameters: parametersOf(text, access.rolePath),
    Conditions: { IsDelegated: { 'Fn::Equals': [ref('StackSetCalledAs'), 'DELEGATED_ADMIN'] } },
    Resources: {
      OrganizationRole: roleOf(access, 'ExternalId'),
      MemberRoles: memberRoles(access),
    },
    Outputs: {
      RoleArn: {
        Description: 'Enter this as the role ARN of the connector.',
        Value: { 'Fn::GetAtt': ['OrganizationRole', 'Arn'] },
      },
    },
  });
}

/** What each member account gets. Terraform hands the same to its stack set. */
export function memberTemplate(access: OrganizationAccess) {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'Lets a connector read this account.',
    Parameters: {
      TrustedAccountId: { Type: 'String' },
      MemberExternalId: { Type: 'String' },
      RoleName: { Type: 'String' },
      RolePath: { Type: 'String' },
    },
    Resources: { MemberRole: roleOf(access, 'MemberExternalId') },
  };
}

function parametersOf(text: OrganizationText, rolePath: string): Data {
  return {
    TrustedAccountId: parameter(text.baseAccountId, '^[0-9]{12}$', 'The account that assumes the roles.'),
    ExternalId: parameter(text.externalId, EXTERNAL_ID, 'What it must bring to assume the role here.'),
    MemberExternalId: parameter(
      text.memberExternalId,
      EXTERNAL_ID,
      'What it must bring to assume a role in a member account.',
    ),
    RoleName: parameter(text.roleName, '^[\\w+=,.@-]{1,64}$', 'The name of the role, in every account.'),
    RolePath: parameter(rolePath, '^/([!-~]{1,510}/)?$', 'The path of the role, in every account.'),
    RootId: parameter(text.rootId, '^r-[0-9a-z]{4,32}$', 'The root of the organization.'),
    StackSetCalledAs: {
      Type: 'String',
      Default: 'SELF',
      AllowedValues: ['SELF', 'DELEGATED_ADMIN'],
      Description: 'SELF in the management account, DELEGATED_ADMIN in a delegated administrator account.',
    },
  };
}

const EXTERNAL_ID = '^[\\w+=,.@:/-]{2,1224}$';

function parameter(value: string, pattern: string, description: string) {
  return { Type: 'String', Default: value, AllowedPattern: pattern, Description: description };
}

function roleOf({ partition, cspm }: OrganizationAccess, externalId: 'ExternalId' | 'MemberExternalId') {
  const trusted = { 'Fn::Sub': `arn:${arnPartition(partition)}:iam::\${TrustedAccountId}:root` };
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: ref('RoleName'),
      Path: ref('RolePath'),
      AssumeRolePolicyDocument: trustPolicy<Data>(trusted, ref(externalId)),
      Policies: [{ PolicyName: readingPolicyName, PolicyDocument: readingPolicy }],
      ...(cspm && { ManagedPolicyArns: [securityAuditArn(partition)] }),
    },
  };
}

function memberRoles(access: OrganizationAccess): Data {
  return {
    Type: 'AWS::CloudFormation::StackSet',
    Properties: {
      StackSetName: stackSetName,
      Description: 'The role of a connector in every member account.',
      PermissionModel: 'SERVICE_MANAGED',
      CallAs: ref('StackSetCalledAs'),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      AutoDeployment: { Enabled: true, RetainStacksOnAccountRemoval: false },
      OperationPreferences: { FailureTolerancePercentage: 20, MaxConcurrentPercentage: 100 },
      Parameters: ['TrustedAccountId', 'MemberExternalId', 'RoleName', 'RolePath'].map((name) => ({
        ParameterKey: name,
        ParameterValue: ref(name),
      })),
      // IAM is global: one region per account is enough.
      StackInstancesGroup: [{ Regions: [ref('AWS::Region')], DeploymentTargets: targets() }],
      TemplateBody: yamlText(memberTemplate(access)),
    },
  };
}

/** A stack set leaves out the management account by itself; a delegated account has the organization's role of that name already. */
function targets(): Data {
  const whenDelegated = (value: Data) => ({ 'Fn::If': ['IsDelegated', value, ref('AWS::NoValue')] });
  return {
    OrganizationalUnitIds: [ref('RootId')],
    AccountFilterType: whenDelegated('DIFFERENCE'),
    Accounts: whenDelegated([ref('AWS::AccountId')]),
  };
}

function ref(name: string): { Ref: string } {
  return { Ref: name };
}
