import { type Draft, type DraftContent, longestScopeText } from '@console/console-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { draftServerOf, onboardingQueries } from '../queries.ts';
import { DraftKeeper, type Kept } from './draft-keeper.ts';

export type KeptDraft = { keeper: DraftKeeper; kept: Kept; takeTheirs: () => Promise<void> };

export type DraftToKeep = {
  workspace: string;
  /** The draft that the wizard was opened with, `null` for a new one. */
  opened: Draft | null;
  /** The wizard as it stands; its values keep their identity until they change. */
  content: DraftContent;
  /** What an untouched wizard holds: it is not worth a draft. */
  untouched: DraftContent['values'];
  /** The draft now has this id: after the first change, or when a lost draft was saved as a new one. */
  onStarted: (draft: string) => void;
  /** After a conflict: the other version is to be shown. */
  onReplaced: (theirs: Draft) => void;
};

/** The draft on the server that follows a wizard as it grows. */
export function useKeptDraft(wanted: DraftToKeep): KeptDraft {
  const { workspace, opened, content, untouched, onStarted, onReplaced } = wanted;
  const [keeper] = useState(() => new DraftKeeper(draftServerOf(workspace), opened));
  const queries = useQueryClient();
  const kept = useSyncExternalStore(keeper.subscribe, keeper.read);
  const saved = useRef<{ step: string; values: unknown }>({
    step: opened?.step ?? content.step,
    values: opened?.values ?? untouched,
  });

  useEffect(() => {
    const { step, values } = content;
    const before = saved.current;
    if (before.values === values && (before.step === step || keeper.read().draft === null)) return;
    saved.current = { step, values };
    keeper.changed(content);
  }, [keeper, content]);

  useEffect(() => {
    if (kept.draft !== null && kept.draft !== opened?.id) onStarted(kept.draft);
  }, [kept.draft, opened, onStarted]);

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    window.addEventListener('pagehide', keeper.leave, { signal });
    const ask = (event: BeforeUnloadEvent) => {
      if (!keeper.outlivesPage()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask, { signal });
    return () => {
      leaving.abort();
      // The page gone to may count the drafts.
      const { queryKey } = onboardingQueries.drafts(workspace);
      void keeper.flush().then(() => queries.invalidateQueries({ queryKey }));
    };
  }, [keeper, queries, workspace]);

  const takeTheirs = async () => {
    const theirs = await keeper.takeTheirs();
    if (theirs === undefined) return;
    saved.current = { step: content.step, values: theirs.values };
    onReplaced(theirs);
  };
  return { keeper, kept, takeTheirs };
}

/** What of the values a draft can hold: text as long as a file waits on its page until it is applied. */
export function keepable<Values extends { scopeText?: string | null | undefined }>(values: Values): Values {
  return (values.scopeText ?? '').length > longestScopeText ? { ...values, scopeText: null } : values;
}

/** The day on this person's calendar. */
export function todayHere(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
