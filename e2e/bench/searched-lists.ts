/** Compares a page of ours with its reference: fresh pages of both by turns, so that a busy minute hits both. */
import type { Browser } from '@playwright/test';
import { type Figure, median, percentile } from './figures.ts';
import { type SearchedPage, type Typing, type Visit, visit } from './searched-page.ts';

export type Effort = {
  /** The figures are medians over so many rounds. */
  rounds: number;
  /** Fresh pages in each round, whose samples are put together. */
  pages: number;
};

export type Comparison = {
  ours: SearchedPage;
  reference: SearchedPage;
  typing: Typing;
  /** The 95th percentile of keys and frames. */
  budgets: { key: Budget; mount?: Budget; frame: Budget; heap?: Budget };
};

/** `referenceThen`: what the reference took in the run beside which the budget was set. */
export type Budget = { budget: number; referenceThen: number };

export async function compare(browser: Browser, comparison: Comparison, effort: Effort): Promise<Figure[]> {
  const { ours, reference, typing, budgets } = comparison;
  const rounds: { ours: Visit; reference: Visit }[] = [];
  for (let round = 0; round < effort.rounds; round++) {
    const visits: { ours: Visit[]; reference: Visit[] } = { ours: [], reference: [] };
    for (let page = 0; page < effort.pages; page++) {
      visits.ours.push(await visit(browser, ours, typing));
      visits.reference.push(await visit(browser, reference, typing));
    }
    rounds.push({ ours: joined(visits.ours), reference: joined(visits.reference) });
  }
  const figure = (name: string, of: (visit: Visit) => number, rest: Partial<Figure> = {}): Figure => ({
    name,
    unit: 'ms',
    ours: median(rounds.map((round) => of(round.ours))),
    reference: median(rounds.map((round) => of(round.reference))),
    ...rest,
  });
  return [
    figure('mount, click to painted', ({ mount }) => mount, budgets.mount),
    figure('key to painted, p50', ({ keys }) => percentile(keys, 0.5)),
    figure('key to painted, p95', ({ keys }) => percentile(keys, 0.95), budgets.key),
    figure('scroll frame, p50', ({ frames }) => percentile(frames, 0.5)),
    figure('scroll frame, p95', ({ frames }) => percentile(frames, 0.95), budgets.frame),
    figure('JS heap', ({ heap }) => heap, { unit: 'MiB', ...budgets.heap }),
  ];
}

/** Keys and frames of all pages together, mount and heap of the middle one. */
function joined(visits: readonly Visit[]): Visit {
  return {
    mount: median(visits.map(({ mount }) => mount)),
    heap: median(visits.map(({ heap }) => heap)),
    keys: visits.flatMap(({ keys }) => keys),
    frames: visits.flatMap(({ frames }) => frames),
  };
}
