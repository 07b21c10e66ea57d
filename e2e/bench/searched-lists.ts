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
  budgets: { key: number; mount?: number; frame: number; heap?: number };
};

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
    figure('mount, click to painted', ({ mount }) => mount, defined(budgets.mount)),
    figure('key to painted, p50', ({ keys }) => percentile(keys, 0.5)),
    figure('key to painted, p95', ({ keys }) => percentile(keys, 0.95), { budget: budgets.key }),
    figure('scroll frame, p50', ({ frames }) => percentile(frames, 0.5)),
    figure('scroll frame, p95', ({ frames }) => percentile(frames, 0.95), { budget: budgets.frame }),
    figure('JS heap', ({ heap }) => heap, { unit: 'MiB', ...defined(budgets.heap) }),
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

function defined(budget: number | undefined): Partial<Figure> {
  return budget === undefined ? {} : { budget };
}
