import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OrganizationAccess } from '../access.ts';
import { anyOrganizationAccess } from '../any-access.ts';
import { lintTemplate } from '../text/template-under-test.ts';
import { cloudFormationText } from './cloud-formation.ts';

const access: OrganizationAccess = {
  partition: 'global',
  baseAccountId: '012345678901',
  externalId: 'console-1a2b',
  memberExternalId: 'console-3c4d',
  rolePath: '/security/',
  roleName: 'connector',
  rootId: 'r-zar5',
  cspm: true,
};

function lint(given: OrganizationAccess) {
  const template = lintTemplate(cloudFormationText(given));
  const { TemplateBody: body } = template.Resources.MemberRoles?.Properties ?? {};
  if (typeof body !== 'string') throw new Error('the stack set has no template');
  return { template, members: lintTemplate(body) };
}

describe('the CloudFormation template', () => {
  test('is one that CloudFormation takes, and so is the one for the member accounts within it', () => {
    const { template, members } = lint(access);
    expect(Object.keys(template.Resources)).toEqual(['OrganizationRole', 'MemberRoles']);
    expect(Object.keys(members.Resources)).toEqual(['MemberRole']);
    const handed = template.Resources.MemberRoles?.Properties.Parameters;
    expect(handed).toEqual(
      Object.keys(members.Parameters).map((name) => ({ ParameterKey: name, ParameterValue: { Ref: name } })),
    );
  });

  test('makes the members’ role in every account of the organization, also in those that join later', () => {
    expect(lint(access).template.Resources.MemberRoles?.Properties).toMatchObject({
      PermissionModel: 'SERVICE_MANAGED',
      AutoDeployment: { Enabled: true },
      StackInstancesGroup: [{ DeploymentTargets: { OrganizationalUnitIds: [{ Ref: 'RootId' }] } }],
    });
  });

  test('each role trusts the account that assumes it only with its own external id', () => {
    const { template, members } = lint(access);
    const trustedWith = (externalId: string) => ({
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: {
              AWS: { 'Fn::Sub': expect.stringMatching(/^arn:aws:iam::\$\{TrustedAccountId\}:root$/) },
            },
            Condition: { StringEquals: { 'sts:ExternalId': { Ref: externalId } } },
          },
        ],
      },
    });
    expect(template.Resources.OrganizationRole?.Properties).toMatchObject(trustedWith('ExternalId'));
    expect(members.Resources.MemberRole?.Properties).toMatchObject(trustedWith('MemberExternalId'));
  });

  test('posture management adds SecurityAudit, the inventory alone does not', () => {
    const managed = { ManagedPolicyArns: ['arn:aws:iam::aws:policy/SecurityAudit'] };
    expect(lint(access).members.Resources.MemberRole?.Properties).toMatchObject(managed);
    const inventory = lint({ ...access, cspm: false });
    expect(inventory.template.Resources.OrganizationRole?.Properties).not.toHaveProperty('ManagedPolicyArns');
    expect(inventory.members.Resources.MemberRole?.Properties).not.toHaveProperty('ManagedPolicyArns');
  });

  test('in GovCloud every ARN is of its partition', () => {
    const arns = cloudFormationText({ ...access, partition: 'govcloud' }).match(/arn:[^:]*:/g);
    expect(new Set(arns)).toEqual(new Set(['arn:aws-us-gov:']));
    expect(arns).toHaveLength(4);
  });

  test('the values stand in the parameters and fit their patterns; a placeholder does not', () => {
    const filled = Object.values(lint(access).template.Parameters);
    const empty = lint({ ...access, roleName: null, rootId: null, externalId: null }).template.Parameters;
    const fits = ({ Default = '', AllowedPattern = '' }) => new RegExp(AllowedPattern).test(Default);
    expect(filled.every(fits)).toBe(true);
    const unfit = Object.entries(empty).filter(([, parameter]) => !fits(parameter));
    expect(unfit.map(([name, { Default }]) => [name, Default])).toEqual([
      ['ExternalId', '<EXTERNAL_ID>'],
      ['RoleName', '<ROLE_NAME>'],
      ['RootId', '<ROOT_ID>'],
    ]);
  });

  test('hostile values stay the defaults of their parameters and change nothing else', () => {
    fc.assert(
      fc.property(anyOrganizationAccess, (hostile) => {
        const { template } = lint(hostile);
        const { TrustedAccountId, ExternalId, MemberExternalId, RoleName, RolePath, RootId } =
          template.Parameters;
        expect(TrustedAccountId?.Default).toBe(hostile.baseAccountId ?? '<TRUSTED_ACCOUNT_ID>');
        expect(ExternalId?.Default).toBe(hostile.externalId ?? '<EXTERNAL_ID>');
        expect(MemberExternalId?.Default).toBe(hostile.memberExternalId ?? '<MEMBER_EXTERNAL_ID>');
        expect(RoleName?.Default).toBe(hostile.roleName ?? '<ROLE_NAME>');
        expect(RolePath?.Default).toBe(hostile.rolePath);
        expect(RootId?.Default).toBe(hostile.rootId ?? '<ROOT_ID>');
        const { partition, cspm } = hostile;
        const plain = lint({ ...access, partition, cspm }).template;
        expect({ ...template, Parameters: {} }).toEqual({ ...plain, Parameters: {} });
      }),
    );
  });
});

describe('the linter of these tests', () => {
  const text = cloudFormationText(access);

  test.each([
    ['a reference to nothing', text.replace('Ref: RootId', 'Ref: Root'), 'nothing is called Root'],
    [
      'a type that does not exist',
      text.replace('Type: AWS::IAM::Role', 'Type: AWS::IAM::Rolle'),
      'unknown type',
    ],
    ['a property of no role', text.replace('Policies:', 'Policy:'), 'AWS::IAM::Role has no Policy'],
    ['a parameter without use', text.replace('Ref: ExternalId', 'Ref: RoleName'), 'ExternalId is never used'],
    ['a condition without use', text.replaceAll('- IsDelegated', '- IsOther'), 'conditions'],
    ['an unclosed quote', text.replace('"2010-09-09"', '"2010-09-09'), ''],
  ])('notices %s', (_sin, wrong, message) => {
    expect(() => lintTemplate(wrong)).toThrow(message);
  });
});
