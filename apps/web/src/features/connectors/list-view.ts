import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type ConnectorFilter, parseFilter, printFilter } from './connector-filter.ts';
import { type ConnectorSort, parseSort, printSort } from './connector-sort.ts';

/** How the list is looked at. The address is the only place that knows, so a view can be sent to a colleague. */
export function useListView() {
  const [search, setSearch] = useSearchParams();
  const [filterText, sortText] = [search.get('filter') ?? '', search.get('sort')];
  const filter = useMemo(() => parseFilter(filterText), [filterText]);
  const sort = useMemo(() => parseSort(sortText), [sortText]);
  const change = (key: 'filter' | 'sort', value: string | null) => {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === null || value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return {
    filter,
    sort,
    setFilter: (next: ConnectorFilter) => change('filter', printFilter(next)),
    setSort: (next: ConnectorSort) => change('sort', printSort(next)),
  };
}

export type ListView = ReturnType<typeof useListView>;
