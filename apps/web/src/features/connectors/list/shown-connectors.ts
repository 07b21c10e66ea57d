import type { ConnectorList } from '@console/console-contract';
import { useDeferredValue, useMemo } from 'react';
import { numberText } from '../../../ui/time/number-text.ts';
import { useNow } from '../../../ui/time/use-now.ts';
import { compileFilter, searchedText } from './connector-filter.ts';
import { sortConnectors } from './connector-sort.ts';
import type { ListView } from './list-view.ts';
import { countQuickFilters } from './quick-filters.ts';

/** The rows that the filter lets through, in order, and how many that is, of all and by state and cloud. */
export function useShownConnectors(list: ConnectorList | undefined, { filter, sort }: ListView) {
  const now = useNow(60_000);
  const connectors = list?.connectors;
  const compiled = useMemo(() => compileFilter(filter, now), [filter, now]);
  // Sorting is the dear part, so it is done before the filter and not again at every key.
  const sorted = useMemo(() => sortConnectors(connectors ?? [], sort), [connectors, sort]);
  const texts = useMemo(() => sorted.map(searchedText), [sorted]);
  const rows = useMemo(
    () => sorted.filter((connector, at) => compiled.matches(connector, texts[at] ?? '')),
    [sorted, texts, compiled],
  );
  // The rows come first: what is counted beside them may follow a key later.
  const counted = useDeferredValue(filter);
  const counts = useMemo(() => countQuickFilters(sorted, texts, counted, now), [sorted, texts, counted, now]);
  return { rows, errors: compiled.errors, count: countText(rows.length, list?.total ?? 0), counts };
}

function countText(shown: number, total: number): string {
  const all = numberText(total);
  return shown === total ? `(${all})` : `(${numberText(shown)} of ${all})`;
}
