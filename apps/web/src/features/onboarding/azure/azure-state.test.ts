import { describe, expect, test } from 'vitest';
import { offlineProblem } from '../../../shared/console/console-problem.ts';
import { shownProblems, standingOfSteps } from '../wizard/wizard-state.ts';
import { type WizardStep, wizardSteps } from '../wizard/wizard-steps.ts';
import { initialAzureValues } from './azure-draft.ts';
import type { AzureWizardEvent, AzureWizardState } from './azure-form.ts';
import { beginWizard, isScopeDoubtful, reduceWizard, wizardProblems } from './azure-state.ts';

const today = '2026-11-22';
const one = {
  tenantId: '8a3f2c1e-6a7d-4e0a-9a35-0d6b1c5f7e21',
  applicationId: '5f0f3b52-1a1c-4b7e-8c86-7be3a4d2f9aa',
};
const filled = {
  ...initialAzureValues,
  ...one,
  name: 'Northwind',
  tenantName: 'Northwind',
  memberPrefix: 'nw',
};
const steps = wizardSteps.azure.map(({ id }) => id);

function problemsOn(wizard: AzureWizardState, step: WizardStep) {
  return wizardProblems(wizard, today).filter((problem) => problem.step === step);
}

function shownOn(wizard: AzureWizardState, step: WizardStep) {
  return shownProblems(wizard, wizardProblems(wizard, today), step);
}

function standing(wizard: AzureWizardState, current: WizardStep) {
  return standingOfSteps(wizard, { steps, current, problems: wizardProblems(wizard, today) });
}

function play(wizard: AzureWizardState, ...events: AzureWizardEvent[]): AzureWizardState {
  return events.reduce(reduceWizard, wizard);
}

const tested: AzureWizardEvent[] = [
  { type: 'secret-typed', value: 'p7k8Q~aB3dE' },
  { type: 'changed', values: one },
  { type: 'test-asked', at: 1 },
  { type: 'test-accepted', askedAt: 1, jobId: 'job-1' },
  { type: 'changed', values: { scope: { included: ['Corp'], excluded: [] } } },
];

describe('what a change makes doubtful', () => {
  test('another tenant: the test must be repeated, the scope is kept but flagged', () => {
    const wizard = play(beginWizard(null, today), ...tested, {
      type: 'changed',
      values: { tenantId: '11111111-2222-4333-8444-555555555555' },
    });

    expect(wizard.test).toEqual({ state: 'none', because: 'tenant-changed' });
    expect(wizard.values.scope.included).toEqual(['Corp']);
    expect(isScopeDoubtful(wizard)).toBe(true);
    expect(problemsOn(wizard, 'scope')).toHaveLength(1);
  });

  test('another application counts as another tenant; spaces and capitals do not', () => {
    const wizard = play(beginWizard(null, today), ...tested);
    const spaced = play(wizard, { type: 'changed', values: { tenantId: ` ${one.tenantId.toUpperCase()} ` } });
    const moved = play(wizard, { type: 'changed', values: { applicationId: one.tenantId } });

    expect(spaced.test.state).toBe('following');
    expect(isScopeDoubtful(spaced)).toBe(false);
    expect(isScopeDoubtful(moved)).toBe(true);
  });

  test('the flag goes when a person keeps the groups, chooses again or empties the choice', () => {
    const moved = play(beginWizard(null, today), ...tested, { type: 'changed', values: { tenantId: '1' } });

    expect(isScopeDoubtful(play(moved, { type: 'scope-kept' }))).toBe(false);
    const chosen = { scope: { included: ['Online'], excluded: [] } };
    expect(isScopeDoubtful(play(moved, { type: 'changed', values: chosen }))).toBe(false);
    const empty = { scope: { included: [], excluded: [] } };
    expect(isScopeDoubtful(play(moved, { type: 'changed', values: empty }))).toBe(false);
  });

  test('another secret asks for another test and leaves the scope alone', () => {
    const wizard = play(beginWizard(null, today), ...tested, { type: 'secret-typed', value: 'other~secret' });

    expect(wizard.test).toEqual({ state: 'none', because: 'secret-changed' });
    expect(isScopeDoubtful(wizard)).toBe(false);
  });

  test('the answer to an older question is ignored', () => {
    const wizard = play(
      beginWizard(null, today),
      { type: 'test-asked', at: 1 },
      { type: 'test-asked', at: 2 },
      { type: 'test-refused', askedAt: 1, problem: offlineProblem() },
    );

    expect(wizard.test).toEqual({ state: 'asking', askedAt: 2 });
  });
});

describe('a draft taken up again', () => {
  test('knows that the secret was given once, and does not demand it before the review', () => {
    const wizard = beginWizard({ step: 'members', values: filled }, today);

    expect(wizard.secret).toEqual({ state: 'forgotten' });
    expect(problemsOn(wizard, 'tenant')).toEqual([]);
  });

  test('opens every step when nothing is missing, else those before the one it was left at', () => {
    const open = (wizard: AzureWizardState) =>
      standing(wizard, 'basics').flatMap(({ step, open }) => (open ? [step] : []));

    expect(open(beginWizard({ step: 'basics', values: filled }, today))).toEqual(steps);
    expect(open(beginWizard({ step: 'scope', values: { ...filled, tenantName: '' } }, today))).toEqual([
      'basics',
      'tenant',
      'scope',
    ]);
  });
});

describe('problems are shown when they help', () => {
  test('not before a field was left or its step refused', () => {
    const fresh = play(beginWizard(null, today), { type: 'changed', values: { tenantId: 'abc' } });

    expect(shownOn(fresh, 'tenant')).toEqual([]);
    expect(shownOn(play(fresh, { type: 'field-left', field: 'tenantId' }), 'tenant')).toHaveLength(1);
    expect(shownOn(play(fresh, { type: 'step-refused', step: 'tenant' }), 'tenant')).toHaveLength(4);
  });

  test('the stepper marks a seen step with problems, and no step that the user has not seen', () => {
    const wizard = play(beginWizard(null, today), { type: 'step-opened', step: 'scope' });

    expect(standing(wizard, 'scope').map(({ state }) => state)).toEqual([
      'error',
      'error',
      'current',
      'todo',
      'todo',
      'todo',
    ]);
  });
});
