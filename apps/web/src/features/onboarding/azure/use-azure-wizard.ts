import type { AzureDraft, AzureStep } from '@console/console-contract';
import { useEffect, useMemo, useReducer } from 'react';
import { keepable, todayHere, useKeptDraft } from '../use-kept-draft.ts';
import { initialAzureValues, tenantOf } from './azure-draft.ts';
import { beginWizard, reduceWizard } from './azure-state.ts';
import { recallTest } from './connection/remembered-test.ts';

export type WizardSession = {
  workspace: string;
  /** The draft that the wizard was opened with, `null` for a new one. */
  opened: AzureDraft | null;
  step: AzureStep;
  /** The draft now has this id: after the first change, or when a lost draft was saved as a new one. */
  onStarted: (draft: string) => void;
};

/** The wizard's state and the draft that follows it on the server. */
export function useAzureWizard({ workspace, opened, step, onStarted }: WizardSession) {
  const today = todayHere();
  const [wizard, dispatch] = useReducer(reduceWizard, opened, (draft) =>
    beginWizard(draft, todayHere(), draft ? recallTest(workspace, tenantOf(draft.values)) : undefined),
  );
  const { values } = wizard;
  const draft = useKeptDraft({
    workspace,
    opened,
    content: useMemo(() => ({ cloud: 'azure', step, values: keepable(values) }), [step, values]),
    untouched: initialAzureValues,
    onStarted,
    onReplaced: (theirs) => {
      if (theirs.cloud === 'azure') dispatch({ type: 'draft-replaced', values: theirs.values });
    },
  });
  useEffect(() => dispatch({ type: 'step-opened', step }), [step]);
  return { wizard, dispatch, draft, today };
}
