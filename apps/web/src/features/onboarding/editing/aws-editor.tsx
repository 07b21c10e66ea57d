import { type AwsEditing, type AwsStep, connectorChangeEndpoints } from '@console/console-contract';
import { useEffect, useReducer } from 'react';
import { call } from '../../../shared/console-client.ts';
import { toSpec } from '../aws/aws-draft.ts';
import type { AwsForm } from '../aws/aws-form.ts';
import { type AwsWizardState, beginWizard, reduceWizard, wizardProblems } from '../aws/aws-state.ts';
import { useOrganizationTest } from '../aws/connection/use-organization-test.ts';
import type { FieldProblem } from '../field-checks.ts';
import { useTakenName } from '../taken-name.ts';
import { todayHere } from '../use-kept-draft.ts';
import { shownProblems } from '../wizard-state.ts';
import { indexOfStep } from '../wizard-steps.ts';
import { AwsParts } from './aws-parts.tsx';
import type { Edited } from './edit-review.tsx';
import { awsFormOf, awsValuesOf, onlyGiven, rebased } from './edit-values.ts';
import { EditView } from './edit-view.tsx';
import { ScopeOfUnits } from './scope-changes.tsx';
import { useVersions } from './use-editor.ts';
import { type Retest, useRetest } from './use-retest.ts';
import { useSave } from './use-save.ts';
import { useUnknown } from './use-unknown.ts';

export type AwsEditorProps = { workspace: string; opened: AwsEditing; step: AwsStep };

/** One visit of an AWS connector's edit: holds what was typed, and saves it on top of what was opened. */
export function AwsEditor({ workspace, opened, step }: AwsEditorProps) {
  const address = { workspace, cloud: 'aws', id: opened.id } as const;
  const versions = useVersions(opened, address, (read): read is AwsEditing => read.cloud === 'aws');
  const { basis, theirs } = versions;
  const [wizard, dispatch] = useReducer(reduceWizard, opened, beginEdit);
  const unknown = useUnknown(basis, awsValuesOf(awsFormOf(basis)), awsValuesOf(wizard.values));
  const retest = useRetest(wizard, basis);
  const connector = { workspace, cloud: 'aws', draft: null, connector: opened.id } as const;
  const testing = useOrganizationTest(connector, wizard, dispatch);
  useEffect(() => dispatch({ type: 'step-opened', step }), [step]);

  const taken = useTakenName(connector, wizard.values.name);
  const problems = [
    ...(wizard.values.name.trim() === basis.values.name ? [] : taken),
    ...problemsOfEdit(wizard, basis),
    ...retest.problems,
    ...unknown.problems,
  ];
  const form: AwsForm = {
    address: connector,
    wizard,
    dispatch,
    problems,
    shown: shownProblems(wizard, problems, step),
    today: todayHere(),
    locked: basis.locked,
    testing,
  };
  const edited = editedOf(wizard, basis, { retest, confirmed: unknown.confirmed });
  const saving = useSave({
    workspace,
    content: [wizard.values, basis],
    send: problems.length > 0 ? undefined : sendingOf(wizard, basis, workspace),
    blame: () => dispatch({ type: 'step-refused', step: 'review' }),
    ...versions,
  });
  const begin = (values: AwsEditing['values']) => {
    const { externalId, memberExternalId } = wizard.values;
    const form = { ...awsFormOf({ values }), externalId, memberExternalId };
    dispatch({ type: 'draft-replaced', values: form });
    versions.settle();
  };
  return (
    <EditView
      name={opened.values.name}
      form={form}
      step={step}
      edited={edited}
      saving={saving}
      unknown={unknown}
      theirs={theirs}
      author={versions.author}
      drawScope={(scope) => <ScopeOfUnits form={form} scope={scope} />}
      onKeepMine={() => theirs && begin(rebased(basis.values, edited.after, theirs.values))}
      onTakeTheirs={() => theirs && begin(theirs.values)}
    >
      <AwsParts
        key={step}
        step={step}
        form={form}
        idsKept={areIdsKept(wizard, basis)}
        retest={retest}
        review={{ edited, saving }}
      />
    </EditView>
  );
}

/** Every step is open from the start. */
function beginEdit(opened: AwsEditing): AwsWizardState {
  const begun = beginWizard({ step: 'review', values: awsFormOf(opened) });
  return { ...begun, reached: indexOfStep('review') };
}

/** External ids that are kept need not be entered; whether the connection has to be tested is `useRetest`'s to say. */
function problemsOfEdit(wizard: AwsWizardState, basis: AwsEditing): FieldProblem[] {
  const { externalId, memberExternalId } = wizard.values;
  const kept = areIdsKept(wizard, basis);
  const missing = new Map<string, string>();
  if (externalId.trim() === '') missing.set('externalId', wantedIdOf('the role'));
  if (memberExternalId.trim() === '')
    missing.set('memberExternalId', wantedIdOf('the member accounts’ roles'));
  return wizardProblems(wizard)
    .filter(({ field }) => field !== 'connection' && !(kept && missing.has(field)))
    .map((problem) => ({ ...problem, message: missing.get(problem.field) ?? problem.message }));
}

/** The roles exist, and another id than theirs would lock the gateway out. */
function wantedIdOf(roles: string): string {
  return `Enter the external ID that stands in the trust policy of ${roles}: no other one is let in.`;
}

/** The console uses the ids that it keeps only for the role they were given for (SECURITY.md): another one asks for them. */
function areIdsKept({ values }: AwsWizardState, { externalIdsKept, values: before }: AwsEditing): boolean {
  const sameRole = values.roleArn.trim() === before.roleArn;
  return externalIdsKept && sameRole && values.baseAccountId.trim() === before.baseAccountId;
}

function editedOf({ values }: AwsWizardState, basis: AwsEditing, { retest, confirmed }: Chosen) {
  const becomes = basis.externalIdsKept
    ? 'entered here is used from now on, in place of a kept one that differs'
    : 'is kept sealed from now on';
  const begun = awsValuesOf(awsFormOf(basis));
  return {
    cloud: 'aws',
    before: basis.values,
    after: onlyGiven(awsValuesOf(values), begun, { unknown: basis.unknown, confirmed }),
    credentials: [
      ...(values.externalId.trim() === '' ? [] : [`The external ID ${becomes}.`]),
      ...(values.memberExternalId.trim() === '' ? [] : [`The member external ID ${becomes}.`]),
      ...(retest.wanted && retest.waived ? [UNTESTED] : []),
    ],
  } satisfies Edited;
}

type Chosen = { retest: Retest; confirmed: readonly string[] };

const UNTESTED = 'The connection is saved without a test: the next run shows whether it works.';

function sendingOf({ values }: AwsWizardState, { id, version }: AwsEditing, workspace: string) {
  const externalId = values.externalId.trim();
  const memberExternalId = values.memberExternalId.trim();
  const ids = { ...(externalId && { externalId }), ...(memberExternalId && { memberExternalId }) };
  return (idempotencyKey: string) =>
    call(connectorChangeEndpoints.editAwsConnector, {
      params: { workspace, id },
      body: { idempotencyKey, version, spec: toSpec(values), ...ids },
    });
}
