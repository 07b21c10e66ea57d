import { useMemo, useSyncExternalStore } from 'react';
import { useLocation } from 'react-router';
import {
  onAddressQuery,
  readAddressQuery,
  replaceInAddressQuery,
} from '../../../shared/console/address-query.ts';
import { printFilterText } from '../../../shared/text/filter-text.ts';
import type { FilterToken } from '../../../ui/filter/token-draft.ts';
import { type ConnectorFilter, parseFilter } from './connector-filter.ts';
import { type ConnectorSort, parseSort, printSort } from './connector-sort.ts';

/** How the list is looked at. The address is the only place that knows, so a view can be sent to a colleague. */
export function useListView() {
  const { pathname } = useLocation();
  const query = useSyncExternalStore(onAddressQuery, () => readAddressQuery(pathname));
  const params = new URLSearchParams(query);
  const [filterText, sortText] = [params.get('filter') ?? '', params.get('sort')];
  const operation = params.get('operation');
  const filter = useMemo(() => parseFilter(filterText), [filterText]);
  const sort = useMemo(() => parseSort(sortText), [sortText]);
  const shown = `${pathname} ${filterText} ${sortText}`;
  return useMemo(() => {
    const setFilter = (change: Partial<ConnectorFilter>) =>
      replaceInAddressQuery(
        'filter',
        printFilterText({ ...filterOf(readAddressQuery(pathname)), ...change }),
      );
    return {
      filter,
      sort,
      /** Place, filter and order as the address spells them. */
      shown,
      setTokens: (tokens: FilterToken[]) => setFilter({ tokens }),
      setText: (text: string) => setFilter({ text }),
      clearFilter: () => setFilter({ tokens: [], text: '' }),
      /** The operation that led here: what became of it is told above the rows. */
      operation,
      followOperation: (id: string) => replaceInAddressQuery('operation', id),
      forgetOperation: () => replaceInAddressQuery('operation', null),
      setSort,
    };
  }, [filter, sort, shown, operation, pathname]);
}

function setSort(next: ConnectorSort): void {
  replaceInAddressQuery('sort', printSort(next));
}

export type ListView = ReturnType<typeof useListView>;

function filterOf(query: string): ConnectorFilter {
  return parseFilter(new URLSearchParams(query).get('filter') ?? '');
}
