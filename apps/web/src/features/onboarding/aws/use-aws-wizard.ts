import type { AwsDraft, AwsStep } from '@console/console-contract';
import { useEffect, useMemo, useReducer } from 'react';
import { keepable, useKeptDraft } from '../use-kept-draft.ts';
import { initialAwsValues } from './aws-draft.ts';
import { beginWizard, reduceWizard } from './aws-state.ts';

export type WizardSession = {
  workspace: string;
  /** The draft that the wizard was opened with, `null` for a new one. */
  opened: AwsDraft | null;
  step: AwsStep;
  /** The draft now has this id: after the first change, or when a lost draft was saved as a new one. */
  onStarted: (draft: string) => void;
};

/** The wizard's state and the draft that follows it on the server. */
export function useAwsWizard({ workspace, opened, step, onStarted }: WizardSession) {
  const [wizard, dispatch] = useReducer(reduceWizard, opened, beginWizard);
  const { values } = wizard;
  const draft = useKeptDraft({
    workspace,
    opened,
    content: useMemo(() => ({ cloud: 'aws', step, values: keepable(values) }), [step, values]),
    untouched: initialAwsValues,
    onStarted,
    onReplaced: (theirs) => {
      if (theirs.cloud === 'aws') dispatch({ type: 'draft-replaced', values: theirs.values });
    },
  });
  useEffect(() => dispatch({ type: 'step-opened', step }), [step]);
  return { wizard, dispatch, draft };
}
