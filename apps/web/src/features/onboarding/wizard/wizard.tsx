import type { Draft, DraftContent } from '@console/console-contract';
import { useEffect, useMemo, useReducer } from 'react';
import { CopyNotice } from '../copying/copy-notice.tsx';
import { CreationElsewhereNotice } from '../creation/creation-elsewhere.tsx';
import { CreationPage } from '../creation/creation-page.tsx';
import { useAskedOperation } from '../creation/use-asked-operation.ts';
import { useCreateConnector } from '../creation/use-create-connector.ts';
import { useCreationElsewhere, whyNotTwice } from '../creation/use-creation-elsewhere.ts';
import { keepable, todayHere, useKeptDraft } from '../drafts/use-kept-draft.ts';
import { StepFields } from '../fields/step-fields.tsx';
import { ReviewStep } from '../review/review-step.tsx';
import { ScopeStep } from '../scope/scope-step.tsx';
import { withSuggestedPrefix } from '../suggested-prefix.ts';
import { useTakenName } from '../taken-name.ts';
import {
  type CloudWizard,
  connectionStepOf,
  type EventOf,
  type FormOf,
  type Kind,
  type StateOf,
} from './cloud-wizard.ts';
import { shownProblems } from './wizard-state.ts';
import { indexOfStep, stepOf } from './wizard-steps.ts';
import { WizardSummary } from './wizard-summary.tsx';
import { WizardView } from './wizard-view.tsx';

export interface WizardProps {
  workspace: string;
  /** The draft that the wizard was opened with, `null` for a new one. */
  opened: Draft | null;
  /** What a new one begins with instead of nothing: the values of a connector. */
  copied?: { of: string; content: DraftContent } | undefined;
  /** The step that the address names. */
  named: string;
  /** The draft now has this id: after the first change, or when a lost draft was saved as a new one. */
  onStarted: (draft: string) => void;
}

/** One visit of the wizard: holds what was typed, secrets too, and shows the steps or what becomes of the connector. */
export function Wizard<Own extends Kind>({
  cloud,
  workspace,
  opened,
  copied,
  named,
  onStarted,
}: WizardProps & { cloud: CloudWizard<Own> }) {
  const step = stepOf(cloud.cloud, named);
  const { wizard, dispatch, draft } = useWizard({ cloud, workspace, opened, copied, step, onStarted });
  const address = { workspace, cloud: cloud.cloud, draft: draft.kept.draft, copyOf: copied?.of };
  const testing = cloud.useTesting(address, wizard, dispatch);
  const problems = [...useTakenName(address, wizard.values.name), ...cloud.problemsOf(wizard)];
  const shown = cloud.shown(shownProblems(wizard, problems, step), { step, testing, isEdit: false });
  const form: FormOf<Own> = { address, wizard, dispatch, problems, shown, today: todayHere(), testing };
  const elsewhere = useCreationElsewhere(address, wizard.values.name);
  const { operation, follow, goBack } = useAskedOperation(address);
  const creating = useCreateConnector({
    keeper: draft.keeper,
    content: [wizard.values, ...cloud.besideValues(wizard)],
    send: problems.length > 0 ? undefined : cloud.create(wizard, workspace),
    blame: () => {
      cloud.onBlame?.(form);
      dispatch({ type: 'step-refused', step: 'review' });
    },
    onAsked: follow,
  });
  if (operation !== null) {
    return <CreationPage workspace={workspace} operation={operation} onBack={goBack} />;
  }
  const { gate } = cloud;
  const closed =
    gate && indexOfStep(step) > indexOfStep(gate.step) && !gate.isOpen(wizard) ? gate : undefined;
  const barred = closed
    ? 'Test the connection first: this step opens when it has succeeded.'
    : step === 'review' && whyNotTwice(elsewhere);
  return (
    <WizardView
      title={cloud.title}
      form={form}
      draft={draft}
      step={step}
      gate={gate?.step}
      connection={connectionStepOf(cloud, form)}
      barred={barred || undefined}
      creating={creating}
      notice={
        <>
          <CreationElsewhereNotice address={address} creation={elsewhere} />
          {step === 'basics' && <CopyNotice from={wizard.values.copiedFrom} notCopied={cloud.notCopied} />}
        </>
      }
      summary={<WizardSummary cloud={cloud} form={form} />}
    >
      {closed ? (
        <closed.Closed form={form} />
      ) : step === 'scope' ? (
        <ScopeStep cloud={cloud} form={form} />
      ) : step === 'review' ? (
        <ReviewStep cloud={cloud} form={form} creating={creating} />
      ) : (
        <StepFields key={step} cloud={cloud} form={form} step={step} />
      )}
    </WizardView>
  );
}

type Session<Own extends Kind> = Omit<WizardProps, 'named'> & {
  cloud: CloudWizard<Own>;
  step: ReturnType<typeof stepOf>;
};

/** The wizard's state and the draft that follows it on the server. */
function useWizard<Own extends Kind>(session: Session<Own>) {
  const { cloud, workspace, opened, copied, step, onStarted } = session;
  const begun = opened ?? copied?.content;
  const reduce = (before: StateOf<Own>, event: EventOf<Own>) =>
    withSuggestedPrefix(before, cloud.reduce(before, event));
  const [wizard, dispatch] = useReducer(reduce, begun, (draft) => {
    const values = draft && cloud.valuesIn(draft);
    const place = { workspace, draft: opened?.id ?? null };
    return cloud.begin(draft && values ? { step: draft.step, values } : null, place);
  });
  const { values } = wizard;
  const draft = useKeptDraft({
    workspace,
    opened,
    content: useMemo(() => cloud.contentOf(step, keepable(values)), [cloud, step, values]),
    untouched: copied?.content.values ?? cloud.initial,
    onStarted,
    onReplaced: (theirs) => {
      const replacing = cloud.valuesIn(theirs);
      if (replacing) dispatch({ type: 'draft-replaced', values: replacing });
    },
  });
  useEffect(() => dispatch({ type: 'step-opened', step }), [step]);
  return { wizard, dispatch, draft };
}
