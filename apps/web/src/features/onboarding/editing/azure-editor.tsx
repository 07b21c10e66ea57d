import { type AzureEditing, type AzureStep, connectorChangeEndpoints } from '@console/console-contract';
import { useEffect, useReducer, useState } from 'react';
import { call } from '../../../shared/console-client.ts';
import { toSpec } from '../azure/azure-draft.ts';
import type { AzureForm } from '../azure/azure-form.ts';
import { type AzureWizardState, beginWizard, reduceWizard, wizardProblems } from '../azure/azure-state.ts';
import { withRefusal } from '../azure/connection/refused-field.ts';
import { useConnectionTest } from '../azure/connection/use-connection-test.ts';
import type { FieldProblem } from '../field-checks.ts';
import { todayHere } from '../use-kept-draft.ts';
import { shownProblems } from '../wizard-state.ts';
import { indexOfStep } from '../wizard-steps.ts';
import { AzureParts } from './azure-parts.tsx';
import type { Edited } from './edit-review.tsx';
import { azureFormOf, azureValuesOf, onlyGiven, rebased } from './edit-values.ts';
import { EditView } from './edit-view.tsx';
import { groupsNamed, NamedScope } from './scope-changes.tsx';
import { useVersions } from './use-editor.ts';
import { useSave } from './use-save.ts';
import { useUnknown } from './use-unknown.ts';

export type AzureEditorProps = { workspace: string; opened: AzureEditing; step: AzureStep };

/** One visit of an Azure connector's edit: holds what was typed, the secret too, and saves it on top of what was opened. */
export function AzureEditor({ workspace, opened, step }: AzureEditorProps) {
  const address = { workspace, cloud: 'azure', id: opened.id } as const;
  const versions = useVersions(opened, address, (read): read is AzureEditing => read.cloud === 'azure');
  const { basis, theirs } = versions;
  const [wizard, dispatch] = useReducer(reduceWizard, opened, beginEdit);
  const [keepSecret, setKeepSecret] = useState(opened.secretKept);
  const unknown = useUnknown(basis, azureValuesOf(azureFormOf(basis)), azureValuesOf(wizard.values));
  const testing = useConnectionTest(workspace, wizard, dispatch);
  useEffect(() => dispatch({ type: 'step-opened', step }), [step]);

  const today = todayHere();
  const problems = [...problemsOfEdit(wizard, basis, today), ...unknown.problems];
  const form: AzureForm = {
    address: { workspace, cloud: 'azure', draft: null, connector: opened.id },
    wizard,
    dispatch,
    problems,
    shown: withRefusal(shownProblems(wizard, problems, step), step, testing.standing),
    today,
    locked: basis.locked,
    testing,
  };
  const edited = editedOf(wizard, basis, { keepSecret, confirmed: unknown.confirmed });
  const saving = useSave({
    workspace,
    content: [wizard.values, wizard.secret, keepSecret, basis],
    send: problems.length > 0 ? undefined : sendingOf(wizard, basis, { workspace, keepSecret }),
    blame: () => dispatch({ type: 'step-refused', step: 'review' }),
    ...versions,
  });
  const begin = (values: AzureEditing['values']) => {
    dispatch({ type: 'draft-replaced', values: azureFormOf({ values }) });
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
      drawScope={(scope) => <NamedScope scope={scope} named={groupsNamed} />}
      onKeepMine={() => theirs && begin(rebased(basis.values, edited.after, theirs.values))}
      onTakeTheirs={() => theirs && begin(theirs.values)}
    >
      <AzureParts
        key={step}
        step={step}
        form={form}
        secret={{ kept: basis.secretKept, keep: keepSecret, onKeep: setKeepSecret }}
        review={{ edited, saving }}
      />
    </EditView>
  );
}

/** Every step is open from the start; a secret that is kept need not be entered. */
function beginEdit(opened: AzureEditing): AzureWizardState {
  const begun = beginWizard({ step: 'review', values: azureFormOf(opened) }, todayHere());
  const secret = { state: opened.secretKept ? 'forgotten' : 'missing' } as const;
  return { ...begun, secret, reached: indexOfStep('review') };
}

/** A day that has passed is a fact of the connector, not a mistake of this edit. */
function problemsOfEdit(wizard: AzureWizardState, basis: AzureEditing, today: string): FieldProblem[] {
  const { secret, values } = wizard;
  return wizardProblems(wizard, today).filter(({ field }) => {
    if (field === 'secretValue') return !(basis.secretKept && secret.state !== 'given');
    if (field === 'secretExpiresOn') return values.secretExpiresOn !== basis.values.secretExpiresOn;
    return true;
  });
}

type Chosen = { keepSecret: boolean; confirmed: readonly string[] };

function editedOf({ values }: AzureWizardState, basis: AzureEditing, { keepSecret, confirmed }: Chosen) {
  const keeping = keepSecret ? 'The secret is kept sealed from now on.' : 'The kept secret is forgotten.';
  const begun = azureValuesOf(azureFormOf(basis));
  return {
    cloud: 'azure',
    before: basis.values,
    after: onlyGiven(azureValuesOf(values), begun, { unknown: basis.unknown, confirmed }),
    credentials: keepSecret === basis.secretKept ? [] : [keeping],
  } satisfies Edited;
}

function sendingOf(
  { values, secret }: AzureWizardState,
  { id, version }: AzureEditing,
  { workspace, keepSecret }: { workspace: string; keepSecret: boolean },
) {
  const given = secret.state === 'given' ? { secretValue: secret.value } : {};
  return (idempotencyKey: string) =>
    call(connectorChangeEndpoints.editAzureConnector, {
      params: { workspace, id },
      body: { idempotencyKey, version, spec: toSpec(values), keepSecret, ...given },
    });
}
