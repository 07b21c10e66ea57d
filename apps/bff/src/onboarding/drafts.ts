/** Unfinished wizards: kept by the console so that a closed tab loses nothing, guarded so that two tabs cannot overwrite each other. */
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Draft, DraftContent, DraftSave } from '@console/console-contract';
import { Refusal } from '../ports/refusal.ts';
import type { DraftAddress, DraftStore, Starter } from './store.ts';

export type Drafts = ReturnType<typeof createDrafts>;

/**
 * Of each person in each workspace, so that no user fills the database, nor another user's share of it. A hundred wizards are
 * more than a user finishes; the bytes are those of some dozens of drafts with the largest scope there can be. Two that are
 * begun in the same moment may both pass: this keeps disks from filling, and nothing depends on the exact number.
 */
const mostDrafts = 100;
const mostBytes = 64 * 1024 * 1024;

/** `assertWorkspace` refuses as `not-found`. */
export function createDrafts(store: DraftStore, assertWorkspace: (workspaceId: string) => Promise<void>) {
  return { list: store.list, start, read, save, discard };

  async function start(workspaceId: string, content: DraftContent, by: Starter): Promise<Draft> {
    await assertWorkspace(workspaceId);
    const { count, bytes } = await store.heldBy(workspaceId, by.id);
    if (count >= mostDrafts || bytes >= mostBytes) throw tooManyDrafts(count);
    return store.insert({ workspaceId, id: randomUUID() }, content, by);
  }

  async function read(address: DraftAddress): Promise<Draft> {
    const draft = await store.find(address);
    if (draft === null) throw unknownDraft();
    if (draft === 'unreadable') throw unreadableDraft();
    return draft;
  }

  async function save(address: DraftAddress, asked: DraftSave, by: string): Promise<Draft> {
    const { version, content } = asked;
    if ((await store.bytesBeside(address)) >= mostBytes) throw tooMuchText();
    const saved = await store.save({ ...address, version }, content, by);
    if (saved !== null) return saved;
    const stored = await read(address);
    if (!isTheirUnanswered(stored, asked)) throw savedElsewhere(stored);
    const savedAfter = await store.save({ ...address, version: stored.version }, content, by);
    if (savedAfter !== null) return savedAfter;
    throw savedElsewhere(await read(address));
  }

  /** Harmless when it is gone already. */
  function discard(address: DraftAddress): Promise<void> {
    return store.remove(address);
  }
}

/** Whether the version stored is the one that the same page sent just before, and not another's. */
function isTheirUnanswered(stored: Draft, { version, unanswered }: DraftSave): boolean {
  const { cloud, step, values } = stored;
  return stored.version === version + 1 && isDeepStrictEqual({ cloud, step, values }, unanswered);
}

function unknownDraft(): Refusal {
  return new Refusal('not-found', 'There is no such draft.', {
    next: 'It may have been finished or discarded; start a new one from the list of connectors.',
  });
}

/** Saved by another version of the console; the user decides whether it may go. */
function unreadableDraft(): Refusal {
  return new Refusal('conflict', 'This version of the console cannot read the draft.', {
    kept: 'The draft is stored as it is.',
    next: 'Open it with the version of the console that saved it last, or discard it and start a new one.',
  });
}

function tooManyDrafts(count: number): Refusal {
  return new Refusal(
    'conflict',
    `You have ${count} unfinished drafts here, which is as much as the console keeps.`,
    {
      kept: 'Your drafts are as they were; this one is still in this window and nowhere else.',
      next: 'Finish or discard drafts that you began, then go on here.',
    },
  );
}

function tooMuchText(): Refusal {
  return new Refusal(
    'too-large',
    'The other drafts of the user who began this one hold all the text that is kept.',
    {
      kept: 'The draft is as it was saved last; your changes are still in this window and nowhere else.',
      next: 'Finish or discard some of those drafts, then go on here.',
    },
  );
}

function savedElsewhere({ updatedBy, updatedAt, version }: Draft): Refusal {
  return new Refusal('conflict', `${updatedBy} has saved this draft in the meantime, at ${updatedAt}.`, {
    kept: `Their version (number ${version}) is stored; yours is still in this window and nowhere else.`,
    next: 'Load the stored version, or save yours as a new draft.',
  });
}
