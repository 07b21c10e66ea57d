import { AwsConnectorSpec, type AwsDraftValues, AwsExternalId, AwsUnitId } from '@console/console-contract';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemsOf } from './aws-checks.ts';
import { initialAwsValues, makeExternalId, specIn, toSpec } from './aws-draft.ts';

const complete: AwsDraftValues = {
  ...initialAwsValues,
  name: 'AWS Org',
  baseAccountId: '805950163170',
  roleArn: 'arn:aws:iam::123456789012:role/connector_org',
  externalId: 'pod04-3666071-1673432131439',
  memberExternalId: 'arsh_memb',
  rootId: 'r-zar5',
  scope: { included: ['ou-zar5-12hpzogk'], excluded: ['210987654321'] },
  memberPrefix: 'createdbyorg',
};

function messagesOf(change: Partial<AwsDraftValues>, tested = true): Partial<Record<string, string>> {
  const found = problemsOf({ values: { ...complete, ...change }, tested });
  return Object.fromEntries(found.map(({ field, message }) => [field, message]));
}

describe('each field of the AWS wizard says what to do about it', () => {
  test('a complete, tested form has no problem', () => {
    expect(messagesOf({})).toEqual({});
  });

  test('an untouched form names what is required, in the order of the steps', () => {
    const found = problemsOf({ values: initialAwsValues, tested: false });

    expect(found.map(({ field }) => field)).toEqual([
      'name',
      'baseAccountId',
      'externalId',
      'memberExternalId',
      'rootId',
      'roleArn',
      'connection',
      'memberPrefix',
    ]);
  });

  test('nothing is complete before the connection was tested', () => {
    expect(messagesOf({}, false)).toEqual({ connection: expect.stringContaining('Test the connection') });
  });

  test.each([
    ['arn:aws-us-gov:iam::123456789012:role/x', 'global', 'Choose GovCloud'],
    ['arn:aws:iam::123456789012:role/x', 'govcloud', 'Choose Global'],
    ['arn:aws-cn:iam::123456789012:role/x', 'global', 'China'],
    ['arn:aws:sts::123456789012:assumed-role/x/session', 'global', 'session'],
    ['arn:aws:iam::123456789012:user/ada', 'global', 'no role'],
    ['arn:aws:iam::1234:role/x', 'global', 'whole ARN'],
    ['connector_org', 'govcloud', 'arn:aws-us-gov:iam'],
  ] as const)('the role %s in %s', (roleArn, partition, says) => {
    expect(messagesOf({ roleArn, partition })).toEqual({ roleArn: expect.stringContaining(says) });
  });

  const wrong: [Partial<AwsDraftValues>, string, string][] = [
    [{ baseAccountId: '8059-5016-3170' }, 'baseAccountId', 'without the dashes'],
    [{ baseAccountId: '80595016317' }, 'baseAccountId', '12 digits'],
    [{ externalId: 'x' }, 'externalId', 'at least 2'],
    [{ externalId: 'a'.repeat(1225) }, 'externalId', 'has 1,225 characters; at most 1,224'],
    [{ memberExternalId: 'two words' }, 'memberExternalId', 'letters, digits'],
    [{ rootId: 'o-a1b2c3d4e5' }, 'rootId', 'organization’s ID'],
    [{ rootId: 'ou-zar5-12hpzogk' }, 'rootId', 'ID of a unit'],
    [{ rootId: 'r-ABCD' }, 'rootId', 'small letters'],
    [{ memberPrefix: 'p'.repeat(31) }, 'memberPrefix', 'has 31 characters; at most 30'],
    [{ perimeterScan: true }, 'perimeterScan', 'needs Vulnerability Management'],
    [{ runEveryHours: 25 }, 'runEveryHours', '1 to 24'],
    [{ memberRunEveryHours: 0 }, 'memberRunEveryHours', '1 to 24'],
    [{ tagIds: ['prod'] }, 'tagIds', 'prod'],
    [{ scope: { included: ['Payments'], excluded: [] } }, 'scope', '“Payments”'],
    [{ scopeText: 'include:\n  - [' }, 'scope', 'not applied'],
    [{ scopeText: '' }, 'scope', 'not applied'],
    [{ scope: { included: ['r-zar5'], excluded: ['r-zar5'] } }, 'scope', 'at once'],
  ];

  test.each(wrong)('%o', (change, field, says) => {
    expect(messagesOf(change)).toEqual({ [field]: expect.stringContaining(says) });
  });
});

describe('what is free of problems is what the console accepts', () => {
  const loose = fc.record({
    roleArn: fc.constantFrom(
      complete.roleArn,
      'arn:aws-us-gov:iam::123456789012:role/a/b',
      'arn:aws:iam::1:role/x',
    ),
    partition: fc.constantFrom('global' as const, 'govcloud' as const),
    rootId: fc.constantFrom('r-zar5', 'r-', 'ou-zar5-12hpzogk', ' r-a1b2 '),
    perimeterScan: fc.boolean(),
    activateVm: fc.boolean(),
    runEveryHours: fc.integer({ min: -1, max: 30 }),
    memberPrefix: fc.string({ maxLength: 34 }),
    scope: fc.record({
      included: fc.array(fc.constantFrom('ou-zar5-12hpzogk', '123456789012', 'nothing', 'r-zar5'), {
        maxLength: 3,
      }),
      excluded: fc.array(fc.constantFrom('ou-zar5-val25l17', '123456789012'), { maxLength: 2 }),
    }),
  });

  test('the spec', () => {
    fc.assert(
      fc.property(loose, (change) => {
        const values = { ...complete, ...change };
        const spec = AwsConnectorSpec.safeParse(specIn(values));

        expect(problemsOf({ values, tested: true }).length === 0).toBe(spec.success);
      }),
    );
  });

  test('the external ids never travel in the spec', () => {
    const sent = JSON.stringify(toSpec(complete));

    expect(sent).not.toContain(complete.externalId);
    expect(sent).not.toContain(complete.memberExternalId);
  });

  test('regions of posture management are not asked for without it', () => {
    expect(toSpec({ ...complete, cspm: false }).allPostureRegions).toBe(false);
    expect(toSpec(complete).allPostureRegions).toBe(true);
  });
});

test('a generated external id has 32 characters that AWS takes, and is another one each time', () => {
  const made = Array.from({ length: 50 }, makeExternalId);

  for (const id of made) {
    expect(id).toMatch(/^[a-z2-9]{32}$/);
    expect(AwsExternalId.safeParse(id).success).toBe(true);
    expect(AwsUnitId.safeParse(id).success).toBe(false);
  }
  expect(new Set(made).size).toBe(50);
});
