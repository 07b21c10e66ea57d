/**
 * Saves a wizard's draft on the server as it grows: the first change starts it, later ones follow after a pause, never
 * two saves at once, each on top of the version before. Knows neither React nor the form's meaning.
 */
import type { Draft, DraftContent } from '@console/console-contract';
import { type ConsoleProblem, problemOf } from '../../../shared/console/console-problem.ts';

/** The calls that the keeper makes; the values never hold a client secret. */
export interface DraftServer {
  start(content: DraftContent): Promise<Draft>;
  save(draft: string, base: DraftBase, content: DraftContent): Promise<Draft>;
  read(draft: string): Promise<Draft>;
}

/** What a save is made on: a version, and what was sent on top of it that the console has not answered yet. */
export type DraftBase = { version: number; unanswered?: DraftContent };

export type DraftStanding =
  | { state: 'untouched' }
  | { state: 'unsaved' }
  | { state: 'saved'; at: number }
  | { state: 'failed'; problem: ConsoleProblem }
  /** Another tab or another user saved this draft meanwhile: nothing is saved until the user decides. */
  | { state: 'conflict' }
  /** Discarded elsewhere, or its connector was created from another tab. */
  | { state: 'gone' };

export type Kept = { draft: string | null; standing: DraftStanding };

const PAUSE_MS = 800;
const LONGEST_RETRY_MS = 60_000;
/** As the page goes three such contents may be under way: one unanswered, and the newest with that one repeated. */
const MOST_BYTES_OUTLIVING = 20_000;

export class DraftKeeper {
  readonly #server: DraftServer;
  readonly #listeners = new Set<() => void>();
  #kept: Kept;
  #version: number;
  #pending: DraftContent | undefined;
  #saving: Promise<void> | undefined;
  #unanswered: DraftContent | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(server: DraftServer, opened: Pick<Draft, 'id' | 'version' | 'updatedAt'> | null) {
    this.#server = server;
    const standing: DraftStanding =
      opened === null ? { state: 'untouched' } : { state: 'saved', at: Date.parse(opened.updatedAt) };
    this.#kept = { draft: opened?.id ?? null, standing };
    this.#version = opened?.version ?? 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly read = (): Kept => this.#kept;

  /** Takes note of a change. The very first one starts the draft at once. */
  changed(content: DraftContent): void {
    this.#pending = content;
    if (this.#waitsForPerson()) return;
    if (this.#kept.standing.state !== 'failed') this.#show({ standing: { state: 'unsaved' } });
    const first = this.#kept.draft === null && this.#failures === 0 && this.#saving === undefined;
    this.#later(first ? 0 : PAUSE_MS);
  }

  /** Saves what waits, now. Resolves when nothing is under way any more, whatever came of it. */
  readonly flush = async (): Promise<void> => {
    clearTimeout(this.#timer);
    while (this.#saving) await this.#saving;
    const content = this.#pending;
    if (content === undefined || this.#waitsForPerson()) return;
    this.#pending = undefined;
    this.#unanswered = content;
    this.#saving = this.#save(content).finally(() => {
      this.#saving = undefined;
      this.#unanswered = undefined;
    });
    await this.#saving;
  };

  /** As the page goes: sends what waits now, for no answer is heard any more. */
  readonly leave = (): void => {
    const { draft } = this.#kept;
    const unanswered = this.#unanswered;
    if (unanswered === undefined) void this.flush();
    else if (draft !== null && this.#pending !== undefined) {
      const base = { version: this.#version, unanswered };
      this.#server.save(draft, base, this.#pending).catch(() => undefined);
    }
  };

  /** Whether all of it is on the server, or gets there although the page goes, and is found again at its address. */
  readonly outlivesPage = (): boolean => {
    const { draft, standing } = this.#kept;
    const unsaved = [this.#pending, this.#unanswered].filter((content) => content !== undefined);
    if (unsaved.length === 0) return true;
    return draft !== null && standing.state === 'unsaved' && unsaved.every(outlivesPage);
  };

  /** After a conflict: the other version, to be shown instead of ours. */
  async takeTheirs(): Promise<Draft | undefined> {
    const theirs = await this.#readTheirs();
    if (theirs === undefined) return undefined;
    this.#pending = undefined;
    this.#show({ standing: { state: 'saved', at: Date.parse(theirs.updatedAt) } });
    return theirs;
  }

  /** After a conflict: ours on top of theirs. After a loss: ours as a new draft. */
  readonly keepMine = async (): Promise<void> => {
    if (this.#kept.standing.state === 'gone') this.#show({ draft: null, standing: { state: 'unsaved' } });
    else if ((await this.#readTheirs()) !== undefined) this.#show({ standing: { state: 'unsaved' } });
    await this.flush();
  };

  /** Stops saving, for a wizard whose connector exists. What is under way ends by itself. */
  close(): void {
    this.#pending = undefined;
    clearTimeout(this.#timer);
  }

  async #save(content: DraftContent): Promise<void> {
    const { draft: known } = this.#kept;
    try {
      const draft = await (known === null
        ? this.#server.start(content)
        : this.#server.save(known, { version: this.#version }, content));
      this.#version = draft.version;
      this.#failures = 0;
      const more = this.#pending !== undefined;
      this.#show({
        draft: draft.id,
        standing: more ? { state: 'unsaved' } : { state: 'saved', at: Date.now() },
      });
      if (more) this.#later(PAUSE_MS);
    } catch (error) {
      this.#pending ??= content;
      this.#refused(problemOf(error));
    }
  }

  #refused(problem: ConsoleProblem): void {
    if (problem.code === 'conflict') this.#show({ standing: { state: 'conflict' } });
    else if (problem.code === 'not-found' && this.#kept.draft !== null) {
      this.#show({ standing: { state: 'gone' } });
    } else {
      this.#show({ standing: { state: 'failed', problem } });
      this.#failures += 1;
      this.#later(Math.min(LONGEST_RETRY_MS, 2_500 * 2 ** this.#failures));
    }
  }

  async #readTheirs(): Promise<Draft | undefined> {
    if (this.#kept.draft === null) return undefined;
    try {
      const theirs = await this.#server.read(this.#kept.draft);
      this.#version = theirs.version;
      return theirs;
    } catch (error) {
      if (problemOf(error).code === 'not-found') this.#show({ standing: { state: 'gone' } });
      return undefined;
    }
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), ms);
  }

  #show(next: Partial<Kept>): void {
    this.#kept = { ...this.#kept, ...next };
    for (const listener of this.#listeners) listener();
  }

  #waitsForPerson(): boolean {
    const { state } = this.#kept.standing;
    return state === 'conflict' || state === 'gone';
  }
}

/** Whether a browser carries a call with this content to its end although the page goes. */
export function outlivesPage(content: DraftContent): boolean {
  return new TextEncoder().encode(JSON.stringify(content)).length <= MOST_BYTES_OUTLIVING;
}
