import { AzureConnectorSpec, type AzureDraftValues, SecretInput } from '@console/console-contract';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wizardSteps } from '../wizard/wizard-steps.ts';
import { checkSecret, problemsOf, type SecretEntry } from './azure-checks.ts';
import { initialAzureValues, memberNamesMadeWith, tenantOf, toSpec } from './azure-draft.ts';

const tenantId = '8a3f2c1e-6a7d-4e0a-9a35-0d6b1c5f7e21';
const applicationId = '5f0f3b52-1a1c-4b7e-8c86-7be3a4d2f9aa';
const given: SecretEntry = { state: 'given', value: 'p7k8Q~aB3dE_fG5hI-jK7lM9' };

const complete: AzureDraftValues = {
  ...initialAzureValues,
  name: 'Northwind production',
  tenantId,
  tenantName: 'Northwind',
  applicationId,
  memberPrefix: 'createdbyorg',
};

function messagesOf(change: Partial<AzureDraftValues>, secret = given): Partial<Record<string, string>> {
  const values = { ...complete, ...change };
  const found = problemsOf({ values, secret, scopeOf: tenantOf(values), today: '2026-11-22' });
  return Object.fromEntries(found.map(({ field, message }) => [field, message]));
}

describe('each field says what to do about it', () => {
  test('a complete form has no problem', () => {
    expect(messagesOf({})).toEqual({});
  });

  test('an untouched form names what is required, in the order of the steps', () => {
    const found = problemsOf({
      values: initialAzureValues,
      secret: { state: 'missing' },
      scopeOf: tenantOf(initialAzureValues),
      today: '2026-11-22',
    });

    expect(found.map(({ field }) => field)).toEqual([
      'name',
      'tenantId',
      'tenantName',
      'applicationId',
      'secretValue',
      'memberPrefix',
    ]);
    const order = wizardSteps.azure.map(({ id }) => id);
    expect(found.map(({ step }) => order.indexOf(step))).toEqual([0, 1, 1, 1, 1, 3]);
  });

  const wrong: [string, Partial<AzureDraftValues>, RegExp][] = [
    ['name', { name: 'x'.repeat(260) }, /has 260 characters; at most 255/],
    ['name', { name: 'two\nlines' }, /Remove line breaks/],
    ['tenantId', { tenantId: 'northwind.example' }, /Copy the whole Directory/],
    ['applicationId', { applicationId: tenantId.toUpperCase() }, /tenant ID again/],
    ['secretExpiresOn', { secretExpiresOn: '2026-11-21' }, /has passed/],
    ['secretExpiresOn', { secretExpiresOn: '2026-02-30' }, /Enter the day/],
    ['scope', { scope: { included: ['A'], excluded: ['A'] } }, /“A”/],
    ['scope', { scopeText: 'include: []' }, /not applied/],
    [
      'memberPrefix',
      { memberPrefix: 'a-prefix-of-more-than-30-characters' },
      /has 35 characters; at most 30/,
    ],
    ['runEveryDays', { runEveryDays: 8 }, /from 1 to 7/],
    ['memberRunEveryDays', { memberRunEveryDays: 1.5 }, /whole days/],
    ['activation', { activation: { vm: true, pc: true, sca: true, certView: false } }, /cannot both/],
    ['tagIds', { tagIds: ['123', 'blue'] }, /Replace “blue”/],
  ];
  test.each(wrong)('%s is refused for %j', (field, change, message) => {
    expect(messagesOf(change)).toEqual({ [field]: expect.stringMatching(message) });
  });

  test('the secret expires today at the earliest', () => {
    expect(messagesOf({ secretExpiresOn: '2026-11-22' })).toEqual({});
  });

  test('groups that were chosen for another tenant are kept but refused', () => {
    const values = { ...complete, scope: { included: ['Corp'], excluded: [] } };
    const scopeOf = { ...tenantOf(values), tenantId: applicationId };

    const found = problemsOf({ values, secret: given, scopeOf, today: '2026-11-22' });

    expect(found).toMatchObject([{ field: 'scope', message: expect.stringContaining('another tenant') }]);
  });
});

describe('what is free of problems is what the console accepts', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom('', ' a ', 'x'.repeat(31), 'a\u2028b', tenantId),
  );
  const days = fc.oneof(fc.integer({ min: -1, max: 9 }), fc.constant(2.5), fc.constant(Number.NaN));
  const units = fc.array(fc.constantFrom('Corp', 'Sandbox', 'Online'), { maxLength: 2 });
  const flags = fc.record({ vm: fc.boolean(), pc: fc.boolean(), sca: fc.boolean(), certView: fc.boolean() });
  const change = fc.record(
    {
      name: line,
      description: fc.oneof(line, fc.constant('d'.repeat(1001))),
      tenantId: line,
      tenantName: line,
      applicationId: line,
      secretExpiresOn: fc.oneof(
        fc.constant(null),
        fc.constantFrom('2027-01-31', '2027-02-31', '31.1.2027', ''),
      ),
      memberPrefix: line,
      scope: fc.record({ included: units, excluded: units }),
      runEveryDays: days,
      memberRunEveryDays: days,
      activation: flags,
      tagIds: fc.array(fc.constantFrom('1', '1234567890123456789', '12345678901234567890', 'x'), {
        maxLength: 2,
      }),
    },
    { requiredKeys: [] },
  );

  test('every form without a problem becomes a connector, and every refused form shows a problem', () => {
    fc.assert(
      fc.property(change, (change) => {
        const values = { ...complete, ...change };
        const accepted = AzureConnectorSpec.safeParse(values).success;
        if (Object.keys(messagesOf(change)).length === 0) expect(accepted).toBe(true);
        if (!accepted) expect(messagesOf(change)).not.toEqual({});
      }),
    );
  });

  test('the same holds for the secret', () => {
    const secrets = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('****', 'a b', 'x\u000b', 'x'.repeat(513)),
    );
    fc.assert(
      fc.property(secrets, (value) => {
        expect(checkSecret({ state: 'given', value }) === undefined).toBe(
          SecretInput.safeParse(value).success,
        );
      }),
    );
  });
});

test('the connector that is asked for carries the trimmed values and no secret', () => {
  const spec = toSpec({ ...complete, name: '  Northwind production ', tenantId: ` ${tenantId}` });

  expect(spec).toMatchObject({ name: 'Northwind production', tenantId });
  expect(JSON.stringify(spec)).not.toContain(given.value);
});

test('members are named after the prefix, or after the word for it', () => {
  expect(memberNamesMadeWith(' nw ')[0]).toBe('nw_Production');
  expect(memberNamesMadeWith('')[0]).toBe('prefix_Production');
});
