import type { AzureDraft, AzureStep } from '@console/console-contract';
import { useEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react';
import { initialAzureValues, tenantOf } from './azure-draft.ts';
import { recallTest } from './connection/remembered-test.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { draftServerOf } from './queries.ts';
import { beginWizard, reduceWizard } from './wizard-state.ts';

export type AzureWizardSession = ReturnType<typeof useAzureWizard>;

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
  const [keeper] = useState(() => new DraftKeeper(draftServerOf(workspace), opened));
  const kept = useSyncExternalStore(keeper.subscribe, keeper.read);
  const saved = useRef({ step: opened?.step ?? step, values: opened?.values ?? initialAzureValues });

  const { values } = wizard;
  useEffect(() => {
    dispatch({ type: 'step-opened', step });
    const before = saved.current;
    if (before.values === values && (before.step === step || keeper.read().draft === null)) return;
    saved.current = { step, values };
    keeper.changed({ step, values });
  }, [keeper, step, values]);

  useEffect(() => {
    if (kept.draft !== null && kept.draft !== opened?.id) onStarted(kept.draft);
  }, [kept.draft, opened, onStarted]);

  useEffect(() => {
    const flush = () => void keeper.flush();
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [keeper]);

  const takeTheirs = async () => {
    const theirs = await keeper.takeTheirs();
    if (theirs === undefined) return;
    saved.current = { step, values: theirs.values };
    dispatch({ type: 'draft-replaced', values: theirs.values });
  };
  return { wizard, dispatch, keeper, kept, takeTheirs, today };
}

/** The day on this person's calendar. */
function todayHere(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
