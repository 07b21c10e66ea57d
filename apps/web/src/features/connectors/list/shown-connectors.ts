import type { ConnectorList, ConnectorSummary } from '@console/console-contract';
import { useDeferredValue, useMemo } from 'react';
import { numberText } from '../../../ui/time/number-text.ts';
import { useNow } from '../../../ui/time/use-now.ts';
import { compileFilter, searchedText } from './connector-filter.ts';
import { sortConnectors } from './connector-sort.ts';
import { useHeldRows } from './held-rows.ts';
import type { ListView } from './list-view.ts';
import { countQuickFilters } from './quick-filters.ts';

/**
 * The rows that the filter lets through or did when the view began, in the order of then, and how many that is, of all and by
 * state and cloud.
 */
export function useShownConnectors(list: ConnectorList | undefined, { filter, sort, shown }: ListView) {
  const now = useNow(60_000);
  const isFiltered = filter.tokens.length > 0 || filter.text !== '';
  const { held, release, pointer } = useHeldRows(list?.connectors, { view: shown, isFiltered });
  const compiled = useMemo(() => compileFilter(filter, now), [filter, now]);
  // Sorting is the dear part, so it is done before the filter and not again at every key.
  const sorted = useMemo(() => sortConnectors(held.rows, sort), [held, sort]);
  const texts = useMemo(() => sorted.map(searchedText), [sorted]);
  const current = useMemo(() => sorted.map((row) => held.changed.get(row) ?? row), [sorted, held]);
  const { rows, unmatched } = useMemo(() => {
    const fits = (row: ConnectorSummary, at: number) => compiled.matches(row, texts[at] ?? '');
    const rows = current.filter((row, at) => fits(sorted[at] ?? row, at) || fits(row, at));
    return { rows, unmatched: rows.length - current.filter(fits).length };
  }, [sorted, current, texts, compiled]);
  // The rows come first: what is counted beside them may follow a key later.
  const counted = useDeferredValue(filter);
  const counts = useMemo(
    () => countQuickFilters(current, texts, counted, now),
    [current, texts, counted, now],
  );
  const count = countText(rows.length, list?.total ?? 0);
  return { rows, errors: compiled.errors, count, counts, unmatched, release, pointer };
}

export type ShownConnectors = ReturnType<typeof useShownConnectors>;

function countText(shown: number, total: number): string {
  const all = numberText(total);
  return shown === total ? `(${all})` : `(${numberText(shown)} of ${all})`;
}
