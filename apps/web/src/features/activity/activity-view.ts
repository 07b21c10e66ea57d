import { useMemo, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import {
  onAddressQuery,
  readAddressQuery,
  replaceInAddressQuery,
} from '../../shared/console/address-query.ts';
import { type FilterText, parseFilterText, printFilterText } from '../../shared/text/filter-text.ts';
import type { FilterToken } from '../../ui/filter/token-draft.ts';
import { useRested } from '../../ui/timing/use-rested.ts';
import { compileFilter, filterKeys } from './activity-filter.ts';

/** The entry that the address names, and how another takes its place. */
export type Addressed = { operation: string | null; follow: (operation: string | null) => void };

/** How the activity is looked at. The address is the only place that knows, so a view can be sent to a colleague. */
export function useActivityView() {
  const { pathname } = useLocation();
  // What `from:7d` is counted from: a moment that moved would ask anew at every look.
  const [opened] = useState(Date.now);
  const query = useSyncExternalStore(onAddressQuery, () => readAddressQuery(pathname));
  const params = new URLSearchParams(query);
  const [filterText, operation] = [params.get('filter') ?? '', params.get('operation')];
  const view = useMemo(() => {
    const filter = parseFilterText(filterText, filterKeys);
    const setFilter = (change: Partial<FilterText>) => {
      const current = new URLSearchParams(readAddressQuery(pathname)).get('filter') ?? '';
      const next = { ...parseFilterText(current, filterKeys), ...change };
      replaceInAddressQuery('filter', printFilterText(next));
    };
    return {
      filter,
      addressed: { operation, follow: followOperation },
      ...compileFilter(filter, opened),
      isFiltered: filter.tokens.length > 0 || filter.text !== '',
      setTokens: (tokens: FilterToken[]) => setFilter({ tokens }),
      setText: (text: string) => setFilter({ text }),
      clearFilter: () => setFilter({ tokens: [], text: '' }),
    };
  }, [filterText, operation, pathname, opened]);
  // The console is asked for words once they rest; tokens come whole, and a box that is emptied asks for what it asked before.
  const words = useRested(view.query.words, REST_MS);
  return { ...view, asked: view.query.words === undefined ? view.query : { ...view.query, words } };
}

const REST_MS = 250;

/** An entry that was opened stands in the address, so that it can be sent to a colleague. */
function followOperation(id: string | null): void {
  replaceInAddressQuery('operation', id);
}
