import { describe, expect, test } from 'vitest';
import { offlineProblem } from '../../../shared/console/console-problem.ts';
import { standingOfSteps } from '../wizard/wizard-state.ts';
import { type WizardStep, wizardSteps } from '../wizard/wizard-steps.ts';
import { connectionOf, initialAwsValues } from './aws-draft.ts';
import type { AwsWizardEvent, AwsWizardState } from './aws-form.ts';
import { beginWizard, isTested, reduceWizard, testStanding, wizardProblems } from './aws-state.ts';
import { reasonOf } from './connection/organization-test.ts';

const filled = {
  ...initialAwsValues,
  name: 'AWS Org',
  baseAccountId: '805950163170',
  roleArn: 'arn:aws:iam::123456789012:role/connector_org',
  externalId: 'one-external-id',
  memberExternalId: 'another-external-id',
  rootId: 'r-zar5',
  memberPrefix: 'createdbyorg',
};
const answered = { state: 'succeeded', problem: null, at: '2026-11-22T10:00:00.000Z' } as const;

function play(wizard: AwsWizardState, ...events: AwsWizardEvent[]): AwsWizardState {
  return events.reduce(reduceWizard, wizard);
}

function tested(
  wizard: AwsWizardState = beginWizard({ step: 'organization', values: filled }),
): AwsWizardState {
  return play(
    wizard,
    { type: 'test-asked', at: 1, connection: connectionOf(wizard.values) },
    { type: 'test-answered', askedAt: 1, answer: answered },
  );
}

function openSteps(wizard: AwsWizardState): WizardStep[] {
  const steps = wizardSteps.aws.map(({ id }) => id);
  const asked = { steps, current: 'basics', problems: wizardProblems(wizard), gate: 'organization' } as const;
  return standingOfSteps(wizard, asked).flatMap(({ step, open }) => (open ? [step] : []));
}

function marks(wizard: AwsWizardState, openFromStart = false): Record<string, string> {
  const steps = wizardSteps.aws.map(({ id }) => id);
  const asked = { steps, current: 'basics', problems: wizardProblems(wizard), openFromStart } as const;
  return Object.fromEntries(standingOfSteps(wizard, asked).map(({ step, state }) => [step, state]));
}

function organizationOf(wizard: AwsWizardState) {
  const steps = wizardSteps.aws.map(({ id }) => id);
  const asked = { steps, current: 'basics', problems: wizardProblems(wizard), gate: 'organization' } as const;
  return standingOfSteps(wizard, asked).find(({ step }) => step === 'organization');
}

describe('an incomplete step is blamed', () => {
  const seen = play(beginWizard(null), { type: 'step-opened', step: 'organization' });

  test('not for having been looked at', () => {
    expect(marks(seen)).toMatchObject({ organization: 'todo' });
  });

  test('once it was to be complete, holds a wrong value, or was gone past', () => {
    const refused = play(seen, { type: 'step-refused', step: 'organization' });
    const left = play(
      seen,
      { type: 'entered', field: 'rootId', value: 'o-1' },
      { type: 'field-left', field: 'rootId' },
    );
    const past = play(seen, { type: 'step-opened', step: 'members' });

    for (const wizard of [refused, left, past])
      expect(marks(wizard)).toMatchObject({ organization: 'error' });
  });

  test('in an edit not before it is to be saved', () => {
    const opened = play(seen, { type: 'step-opened', step: 'review' });

    expect(marks(opened, true)).toMatchObject({ organization: 'todo' });
    expect(marks(play(opened, { type: 'step-refused', step: 'review' }), true)).toMatchObject({
      organization: 'error',
    });
  });
});

test('a step that waits for its test alone is not blamed: it says what it waits for', () => {
  const untested = beginWizard({ step: 'scope', values: filled });
  const renamed = play(tested(), { type: 'entered', field: 'name', value: 'Renamed' });
  const problem = { code: 'gateway-or-cloud-refused', message: 'The connection test failed.' } as const;
  const failed = play(
    untested,
    { type: 'test-asked', at: 1, connection: connectionOf(filled) },
    { type: 'test-answered', askedAt: 1, answer: { ...answered, state: 'failed', problem } },
  );
  const withoutRoot = play(untested, { type: 'entered', field: 'rootId', value: '' });

  expect(organizationOf(untested)).toMatchObject({ state: 'todo', note: 'not tested yet' });
  expect(organizationOf(renamed)).toMatchObject({ state: 'todo', note: 'to be tested again' });
  expect(organizationOf(failed)).toEqual({ step: 'organization', state: 'error', open: true });
  expect(organizationOf(withoutRoot)).toEqual({ step: 'organization', state: 'error', open: true });
});

describe('nothing after Organization opens before the test has succeeded', () => {
  test('not even steps of a draft that were seen and are complete', () => {
    const wizard = beginWizard({ step: 'review', values: filled });

    expect(openSteps(wizard)).toEqual(['basics', 'organization']);
    expect(openSteps(tested(wizard))).toEqual([
      'basics',
      'organization',
      'scope',
      'members',
      'activation',
      'review',
    ]);
  });

  test('a refused test opens nothing and keeps its reason', () => {
    const problem = { code: 'gateway-or-cloud-refused', message: 'The connection test failed.' } as const;
    const wizard = play(
      beginWizard({ step: 'organization', values: filled }),
      { type: 'test-asked', at: 1, connection: connectionOf(filled) },
      { type: 'test-answered', askedAt: 1, answer: { ...answered, state: 'failed', problem } },
    );

    expect(openSteps(wizard)).toEqual(['basics', 'organization']);
    expect(testStanding(wizard)).toMatchObject({ state: 'failed', problem });
  });

  test('a test that got no answer is a failed one', () => {
    const wizard = play(
      beginWizard({ step: 'organization', values: filled }),
      { type: 'test-asked', at: 1, connection: connectionOf(filled) },
      { type: 'test-refused', askedAt: 1, problem: offlineProblem() },
    );

    expect(testStanding(wizard)).toMatchObject({ state: 'failed', problem: { code: 'offline' } });
  });
});

describe('a test holds for what was tested', () => {
  test.each([
    ['name', 'Renamed', 'renamed'],
    ['roleArn', 'arn:aws:iam::123456789012:role/other', 'the role changed'],
    ['externalId', 'another-id', 'the external ID changed'],
    ['baseAccountId', '111122223333', 'the account that assumes the role changed'],
    ['partition', 'govcloud', 'the partition changed'],
  ])('another %s asks for it again and says why', (field, value, says) => {
    const wizard = play(tested(), { type: 'entered', field, value });
    const standing = testStanding(wizard);

    expect(isTested(wizard)).toBe(false);
    expect(standing.state === 'stale' && reasonOf(standing.changed)).toContain(says);
    expect(openSteps(wizard)).toEqual(['basics', 'organization']);
  });

  test('taking the change back makes it hold again; spaces change nothing', () => {
    const renamed = play(tested(), { type: 'entered', field: 'name', value: 'Renamed' });

    expect(isTested(play(renamed, { type: 'entered', field: 'name', value: 'AWS Org ' }))).toBe(true);
  });

  test('what the test never saw does not touch it', () => {
    const changes = { memberExternalId: 'x-y', rootId: 'r-0000', memberPrefix: 'p', activateVm: true };

    expect(isTested(play(tested(), { type: 'changed', values: changes }))).toBe(true);
  });

  test('an answer counts for the values that were asked about, not for those typed meanwhile', () => {
    const wizard = play(
      beginWizard({ step: 'organization', values: filled }),
      { type: 'test-asked', at: 1, connection: connectionOf(filled) },
      { type: 'entered', field: 'name', value: 'Renamed meanwhile' },
      { type: 'test-answered', askedAt: 1, answer: answered },
    );

    expect(testStanding(wizard)).toEqual({ state: 'stale', changed: ['connectorName'] });
  });

  test('the draft carries it, and no longer than it holds', () => {
    const { values } = tested();
    const renamed = play(tested(), { type: 'entered', field: 'name', value: 'Renamed' });

    expect(values.testedAt).toBe(answered.at);
    expect(isTested(beginWizard({ step: 'scope', values }))).toBe(true);
    expect(isTested(beginWizard({ step: 'scope', values: renamed.values }))).toBe(false);
    expect(isTested(play(beginWizard(null), { type: 'draft-replaced', values }))).toBe(true);
  });

  test('the answer to an older question is ignored', () => {
    const wizard = play(
      beginWizard({ step: 'organization', values: filled }),
      { type: 'test-asked', at: 1, connection: connectionOf(filled) },
      { type: 'test-asked', at: 2, connection: connectionOf(filled) },
      { type: 'test-answered', askedAt: 1, answer: answered },
    );

    expect(testStanding(wizard)).toEqual({ state: 'asking', since: 2 });
  });

  test('several changes are named together', () => {
    expect(reasonOf(['connectorName', 'roleArn', 'externalId'])).toContain(
      'the name, the role and the external ID changed',
    );
  });
});
