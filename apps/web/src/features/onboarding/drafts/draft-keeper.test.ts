import type { Draft, DraftContent } from '@console/console-contract';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ConsoleProblem, offlineProblem } from '../../../shared/console/console-problem.ts';
import { initialAzureValues } from '../azure/azure-draft.ts';
import { DraftKeeper, type DraftServer } from './draft-keeper.ts';

const id = '3d1d9f0a-52a5-4c39-9c5b-1f6f5d1e7a01';

function content(name: string): DraftContent {
  return { cloud: 'azure', step: 'basics', values: { ...initialAzureValues, name } };
}

/** One draft in memory that counts its versions as the console does; `fail` makes the next calls throw. */
function draftServer() {
  const saved: string[] = [];
  const failures: Error[] = [];
  let draft: Draft | undefined;
  const keep = (made: DraftContent): Draft => {
    const kept = {
      id,
      ...made,
      version: (draft?.version ?? 0) + 1,
      updatedAt: '2026-11-22T10:00:00.000Z',
      updatedBy: 'Mira',
    };
    draft = kept;
    saved.push(made.values.name);
    return kept;
  };
  const failing = async <T>(act: () => T): Promise<T> => {
    const failure = failures.shift();
    if (failure) throw failure;
    return act();
  };
  const server: DraftServer = {
    start: (made) => failing(() => keep(made)),
    save: (_, { version, unanswered }, made) =>
      failing(() => {
        if (draft === undefined) throw problem('not-found');
        const ours = version === draft.version - 1 && unanswered?.values === draft.values;
        if (version !== draft.version && !ours) throw problem('conflict');
        return keep(made);
      }),
    read: () =>
      failing(() => {
        if (draft === undefined) throw problem('not-found');
        return draft;
      }),
  };
  return {
    server,
    saved,
    fail: (error: Error) => failures.push(error),
    elsewhere: keep,
    discard: () => (draft = undefined),
  };
}

function problem(code: 'conflict' | 'not-found') {
  return new ConsoleProblem({ code, message: code });
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a draft is saved while one types', () => {
  test('the first change starts it at once, later ones are saved together after a pause', async () => {
    const { server, saved } = draftServer();
    const keeper = new DraftKeeper(server, null);

    keeper.changed(content('p'));
    await vi.advanceTimersByTimeAsync(1);
    expect(keeper.read()).toMatchObject({ draft: id, standing: { state: 'saved' } });
    keeper.changed(content('pr'));
    await vi.advanceTimersByTimeAsync(700);
    keeper.changed(content('prod'));
    await vi.advanceTimersByTimeAsync(700);
    expect(saved).toEqual(['p']);
    await vi.advanceTimersByTimeAsync(200);

    expect(saved).toEqual(['p', 'prod']);
  });

  test('what is typed while a save is under way is saved after it, on top of it', async () => {
    const { server, saved } = draftServer();
    const keeper = new DraftKeeper(server, null);
    keeper.changed(content('a'));
    const first = keeper.flush();
    keeper.changed(content('ab'));

    await first;
    await keeper.flush();

    expect(saved).toEqual(['a', 'ab']);
    expect(keeper.read().standing.state).toBe('saved');
  });

  test('a save that fails is told and repeated by itself, with the newest text', async () => {
    const { server, saved, fail } = draftServer();
    const keeper = new DraftKeeper(server, null);
    fail(offlineProblem());
    keeper.changed(content('a'));
    await vi.advanceTimersByTimeAsync(1);
    expect(keeper.read()).toMatchObject({
      draft: null,
      standing: { state: 'failed', problem: { code: 'offline' } },
    });

    await vi.advanceTimersByTimeAsync(6_000);

    expect(saved).toEqual(['a']);
    expect(keeper.read().standing.state).toBe('saved');
  });
});

describe('a page that goes', () => {
  const opened = { id, version: 1, updatedAt: '2026-11-22T10:00:00Z' };

  test('sends what waits at once, and need not ask', async () => {
    const { server, saved, elsewhere } = draftServer();
    elsewhere(content('old'));
    const keeper = new DraftKeeper(server, opened);
    keeper.changed(content('new'));
    expect(keeper.outlivesPage()).toBe(true);

    keeper.leave();

    expect(saved).toEqual(['old', 'new']);
  });

  test('sends what waits for a save under way without waiting for it', async () => {
    const { server, saved, elsewhere } = draftServer();
    elsewhere(content('old'));
    const keeper = new DraftKeeper(server, opened);
    keeper.changed(content('new'));
    void keeper.flush();
    keeper.changed(content('newer'));
    expect(keeper.outlivesPage()).toBe(true);

    keeper.leave();

    expect(saved).toEqual(['old', 'new', 'newer']);
  });

  test('asks when it holds more than a browser sends behind it, or something that failed', async () => {
    const { server, fail } = draftServer();
    const keeper = new DraftKeeper(server, opened);
    expect(keeper.outlivesPage()).toBe(true);
    keeper.changed(content('x'.repeat(30_000)));
    expect(keeper.outlivesPage()).toBe(false);

    fail(offlineProblem());
    keeper.changed(content('short'));
    await keeper.flush();
    expect(keeper.outlivesPage()).toBe(false);
  });

  test('asks as long as its draft has no address', () => {
    const keeper = new DraftKeeper(draftServer().server, null);
    keeper.changed(content('a'));
    expect(keeper.outlivesPage()).toBe(false);
  });
});

describe('two tabs cannot overwrite each other', () => {
  async function inConflict() {
    const world = draftServer();
    const keeper = new DraftKeeper(world.server, null);
    keeper.changed(content('mine'));
    await keeper.flush();
    world.elsewhere(content('theirs'));
    keeper.changed(content('mine, longer'));
    await keeper.flush();
    return { ...world, keeper };
  }

  test('a save on top of another version stops until a person decides', async () => {
    const { keeper, saved } = await inConflict();

    keeper.changed(content('mine, even longer'));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(keeper.read().standing.state).toBe('conflict');
    expect(saved).toEqual(['mine', 'theirs']);
  });

  test('“Load theirs” answers with the other version and forgets ours', async () => {
    const { keeper, saved } = await inConflict();

    const theirs = await keeper.takeTheirs();
    await keeper.flush();

    expect(theirs?.values.name).toBe('theirs');
    expect(saved).toEqual(['mine', 'theirs']);
  });

  test('“Keep mine” saves ours on top of theirs', async () => {
    const { keeper, saved } = await inConflict();

    await keeper.keepMine();

    expect(saved).toEqual(['mine', 'theirs', 'mine, longer']);
    expect(keeper.read().standing.state).toBe('saved');
  });

  test('a draft that was discarded elsewhere can be saved as a new one', async () => {
    const { server, saved, discard } = draftServer();
    const keeper = new DraftKeeper(server, null);
    keeper.changed(content('a'));
    await keeper.flush();
    discard();
    keeper.changed(content('b'));
    await keeper.flush();
    expect(keeper.read().standing.state).toBe('gone');

    await keeper.keepMine();

    expect(saved).toEqual(['a', 'b']);
    expect(keeper.read().standing.state).toBe('saved');
  });
});

test('a wizard whose connector exists saves nothing any more', async () => {
  const { server, saved } = draftServer();
  const keeper = new DraftKeeper(server, { id, version: 1, updatedAt: '2026-11-22T10:00:00Z' });
  keeper.changed(content('late'));

  keeper.close();
  await vi.advanceTimersByTimeAsync(60_000);

  expect(saved).toEqual([]);
});
