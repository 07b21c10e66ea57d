import { useEffect, useReducer } from 'react';
import { todayHere } from '../drafts/use-kept-draft.ts';
import { StepFields } from '../fields/step-fields.tsx';
import { ScopeStep } from '../scope/scope-step.tsx';
import { useTakenName } from '../taken-name.ts';
import {
  type CloudWizard,
  connectionStepOf,
  type FormOf,
  type Kind,
  type StateOf,
} from '../wizard/cloud-wizard.ts';
import { shownProblems } from '../wizard/wizard-state.ts';
import { indexOfStep, stepOf } from '../wizard/wizard-steps.ts';
import { type Edited, EditReview } from './edit-review.tsx';
import { formValuesOf, onlyGiven, rebased } from './edit-values.ts';
import { EditView } from './edit-view.tsx';
import { NamedScope } from './scope-changes.tsx';
import { useVersions } from './use-editor.ts';
import { type Saving, useSave } from './use-save.ts';
import { useUnknown } from './use-unknown.ts';

export interface EditorProps<Own extends Kind> {
  cloud: CloudWizard<Own>;
  workspace: string;
  opened: Own['opened'];
  /** The step that the address names. */
  named: string;
}

/** One visit of a connector's edit: holds what was typed, secrets too, and saves it on top of what was opened. */
export function Editor<Own extends Kind>({ cloud, workspace, opened, named }: EditorProps<Own>) {
  const step = stepOf(cloud.cloud, named);
  const address = { workspace, cloud: cloud.cloud, id: opened.id };
  const versions = useVersions(opened, address, cloud.openedIn);
  const { basis, theirs } = versions;
  const [wizard, dispatch] = useReducer(cloud.reduce, opened, (first) => beginEdit(cloud, first));
  const after = cloud.comparedOf(wizard.values);
  const begun = cloud.comparedOf(formValuesOf(cloud.initial, basis.values));
  const unknown = useUnknown(basis, begun, after);
  const connector = { workspace, cloud: cloud.cloud, draft: null, connector: opened.id };
  const testing = cloud.useTesting(connector, wizard, dispatch);
  useEffect(() => dispatch({ type: 'step-opened', step }), [step]);

  const taken = useTakenName(connector, wizard.values.name);
  const problems = [
    ...(wizard.values.name.trim() === basis.values.name ? [] : taken),
    ...cloud.problemsOfEdit(wizard, basis),
    ...unknown.problems,
  ];
  const form: FormOf<Own> = {
    address: connector,
    wizard,
    dispatch,
    problems,
    shown: cloud.shown(shownProblems(wizard, problems, step), { step, testing, isEdit: true }),
    today: todayHere(),
    locked: basis.locked,
    testing,
    basis,
  };
  const given = onlyGiven(after, begun, { unknown: basis.unknown, confirmed: unknown.confirmed });
  const edited: Edited = {
    cloud: cloud.cloud,
    before: basis.values,
    after: given,
    credentials: cloud.credentialChanges(wizard, basis),
    sentAgain: cloud.sentAgain(wizard),
  };
  const saving = useSave({
    workspace,
    content: [wizard.values, ...cloud.besideValues(wizard), basis],
    send: problems.length > 0 ? undefined : cloud.save(wizard, basis, workspace),
    blame: () => dispatch({ type: 'step-refused', step: 'review' }),
    ...versions,
  });
  const begin = (reported: Own['opened']['values']) => {
    const values = { ...formValuesOf(cloud.initial, reported), ...cloud.staying(wizard.values) };
    dispatch({ type: 'draft-replaced', values });
    versions.settle();
  };
  return (
    <EditView
      name={opened.values.name}
      form={form}
      step={step}
      connection={connectionStepOf(cloud, form)}
      edited={edited}
      saving={saving}
      unknown={unknown}
      theirs={theirs}
      author={versions.author}
      drawScope={(scope) => <ScopeDrawn cloud={cloud} form={form} scope={scope} />}
      onKeepMine={() => theirs && begin(rebased(basis.values, given, theirs.values))}
      onTakeTheirs={() => theirs && begin(theirs.values)}
    >
      {step === 'scope' ? (
        <ScopeStep key={step} cloud={cloud} form={form} />
      ) : step === 'review' ? (
        <Review cloud={cloud} form={form} edited={edited} saving={saving} />
      ) : (
        <StepFields key={step} cloud={cloud} form={form} step={step} />
      )}
    </EditView>
  );
}

type Drawn<Own extends Kind> = { cloud: CloudWizard<Own>; form: FormOf<Own> };

function Review<Own extends Kind>(props: Drawn<Own> & { edited: Edited; saving: Saving }) {
  const { cloud, form, edited, saving } = props;
  const named = cloud.scope.useNaming(form);
  return <EditReview form={form} edited={edited} saving={saving} named={named} />;
}

function ScopeDrawn<Own extends Kind>({
  cloud,
  form,
  scope,
}: Drawn<Own> & { scope: Own['values']['scope'] }) {
  return <NamedScope scope={scope} named={cloud.scope.useNaming(form)} />;
}

/** Every step is open from the start. */
function beginEdit<Own extends Kind>(cloud: CloudWizard<Own>, opened: Own['opened']): StateOf<Own> {
  const begun = cloud.beginEdit(formValuesOf(cloud.initial, opened.values), opened);
  return { ...begun, reached: indexOfStep('review') };
}
