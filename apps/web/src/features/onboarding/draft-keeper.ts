/**
 * Saves a wizard's draft on the server as it grows: the first change starts it, later ones follow after a pause, never
 * two saves at once, each on top of the version before. Knows neither React nor the form's meaning.
 */
import type { AzureDraft, AzureDraftValues, AzureStep } from '@console/console-contract';
import { type ConsoleProblem, problemOf } from '../../shared/console-problem.ts';

export type DraftContent = { step: AzureStep; values: AzureDraftValues };

/** The calls that the keeper makes; the values never hold a secret. */
export interface DraftServer {
  start(content: DraftContent): Promise<AzureDraft>;
  save(draft: string, version: number, content: DraftContent): Promise<AzureDraft>;
  read(draft: string): Promise<AzureDraft>;
}

export type DraftStanding =
  | { state: 'untouched' }
  | { state: 'unsaved' }
  | { state: 'saved'; at: number }
  | { state: 'failed'; problem: ConsoleProblem }
  /** Somebody else saved this draft meanwhile: nothing is saved until a person decides. */
  | { state: 'conflict' }
  /** Discarded elsewhere, or its connector was created from another tab. */
  | { state: 'gone' };

export type Kept = { draft: string | null; standing: DraftStanding };

export type DraftKeeper = ReturnType<typeof createDraftKeeper>;

const PAUSE_MS = 800;
const LONGEST_RETRY_MS = 60_000;

export function createDraftKeeper(server: DraftServer, opened: Pick<AzureDraft, 'id' | 'version'> | null) {
  let kept: Kept = { draft: opened?.id ?? null, standing: { state: 'untouched' } };
  let version = opened?.version ?? 0;
  let pending: DraftContent | undefined;
  let saving: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  const listeners = new Set<() => void>();

  function show(next: Partial<Kept>) {
    kept = { ...kept, ...next };
    for (const listener of listeners) listener();
  }

  function later(ms: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  /** Saves what waits, now. Resolves when nothing is under way any more, whatever came of it. */
  async function flush(): Promise<void> {
    clearTimeout(timer);
    while (saving) await saving;
    if (pending === undefined || isHalted(kept.standing)) return;
    const content = pending;
    pending = undefined;
    saving = saveOnce(content).finally(() => {
      saving = undefined;
    });
    await saving;
  }

  async function saveOnce(content: DraftContent): Promise<void> {
    try {
      const draft =
        kept.draft === null ? await server.start(content) : await server.save(kept.draft, version, content);
      version = draft.version;
      failures = 0;
      show({
        draft: draft.id,
        standing: pending === undefined ? { state: 'saved', at: Date.now() } : { state: 'unsaved' },
      });
      if (pending !== undefined) later(PAUSE_MS);
    } catch (error) {
      pending ??= content;
      refuse(problemOf(error));
    }
  }

  function refuse(problem: ConsoleProblem) {
    if (problem.code === 'conflict') return show({ standing: { state: 'conflict' } });
    if (problem.code === 'not-found' && kept.draft !== null) return show({ standing: { state: 'gone' } });
    show({ standing: { state: 'failed', problem } });
    failures += 1;
    later(Math.min(LONGEST_RETRY_MS, 2_500 * 2 ** failures));
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => kept,
    /** Takes note of a change. The very first one starts the draft at once. */
    changed(content: DraftContent) {
      pending = content;
      if (isHalted(kept.standing)) return;
      if (kept.standing.state !== 'failed') show({ standing: { state: 'unsaved' } });
      later(kept.draft === null && failures === 0 && saving === undefined ? 0 : PAUSE_MS);
    },
    flush,
    /** After a conflict: the other version, to be shown instead of ours. */
    async takeTheirs(): Promise<AzureDraft | undefined> {
      const theirs = await readTheirs();
      if (theirs === undefined) return undefined;
      pending = undefined;
      show({ standing: { state: 'saved', at: Date.parse(theirs.updatedAt) } });
      return theirs;
    },
    /** After a conflict: ours on top of theirs. After a loss: ours as a new draft. */
    async keepMine(): Promise<void> {
      if (kept.standing.state === 'gone') show({ draft: null, standing: { state: 'unsaved' } });
      else if ((await readTheirs()) !== undefined) show({ standing: { state: 'unsaved' } });
      await flush();
    },
    /** Stops saving, for a wizard whose connector exists. What is under way ends by itself. */
    close() {
      pending = undefined;
      clearTimeout(timer);
    },
  };

  async function readTheirs(): Promise<AzureDraft | undefined> {
    if (kept.draft === null) return undefined;
    try {
      const theirs = await server.read(kept.draft);
      version = theirs.version;
      return theirs;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'not-found') show({ standing: { state: 'gone' } });
      return undefined;
    }
  }
}

/** Saving waits for a person's decision. */
function isHalted({ state }: DraftStanding): boolean {
  return state === 'conflict' || state === 'gone';
}
