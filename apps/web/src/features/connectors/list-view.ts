import { useMemo, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import type { FilterToken } from '../../ui/token-draft.ts';
import { type ConnectorFilter, parseFilter, printFilter } from './connector-filter.ts';
import { type ConnectorSort, parseSort, printSort } from './connector-sort.ts';
import { onListQuery, readListQuery, replaceInListQuery } from './list-address.ts';

/** How the list is looked at. The address is the only place that knows, so a view can be sent to a colleague. */
export function useListView() {
  const { pathname } = useLocation();
  const query = useSyncExternalStore(onListQuery, () => readListQuery(pathname));
  return useMemo(() => {
    const { filter, sort } = viewOf(query);
    const setFilter = (change: Partial<ConnectorFilter>) =>
      replaceInListQuery('filter', printFilter({ ...viewOf(readListQuery(pathname)).filter, ...change }));
    return {
      filter,
      sort,
      setTokens: (tokens: FilterToken[]) => setFilter({ tokens }),
      setText: (text: string) => setFilter({ text }),
      clearFilter: () => setFilter({ tokens: [], text: '' }),
      setSort: (next: ConnectorSort) => replaceInListQuery('sort', printSort(next)),
    };
  }, [query, pathname]);
}

export type ListView = ReturnType<typeof useListView>;

function viewOf(query: string) {
  const params = new URLSearchParams(query);
  return { filter: parseFilter(params.get('filter') ?? ''), sort: parseSort(params.get('sort')) };
}
