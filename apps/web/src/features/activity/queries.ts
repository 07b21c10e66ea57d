import {
  type ActivityFilter,
  type ActivityPage,
  activityEndpoints,
  operationEndpoints,
} from '@console/console-contract';
import { infiniteQueryOptions, mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/console/console-client.ts';
import { fetchFile } from '../../shared/console/fetch-file.ts';

const FOLLOW_MS = 2_000;
const CALM_MS = 30_000;
const PAGE = '50';

/** What runs is asked for every other second while there is any, and seldom otherwise; polling rests in hidden tabs. */
export const activityQueries = {
  running: (workspace: string, filter: ActivityFilter) =>
    queryOptions({
      queryKey: ['activity', workspace, 'running', filter],
      queryFn: async ({ signal, client, queryKey }) => {
        const query = { ...filter, outcome: 'running', limit: '200' };
        const page = await call(activityEndpoints.listActivity, { params: { workspace }, query, signal });
        readFinishedAgain(client, { workspace, before: client.getQueryData(queryKey), now: page });
        return page;
      },
      refetchInterval: ({ state }) => (state.data?.entries.length ? FOLLOW_MS : CALM_MS),
    }),
  /** One change, wherever it stands in the lists. */
  one: (workspace: string, operation: string) =>
    queryOptions({
      queryKey: ['activity', workspace, 'one', operation],
      queryFn: ({ signal }) =>
        call(activityEndpoints.listActivity, { params: { workspace }, query: { operation }, signal }),
    }),
  finished: (workspace: string, filter: ActivityFilter) =>
    infiniteQueryOptions({
      queryKey: ['activity', workspace, 'finished', filter],
      queryFn: ({ signal, pageParam }) =>
        call(activityEndpoints.listActivity, {
          params: { workspace },
          query: { ...filter, limit: PAGE, ...(pageParam !== '' && { before: pageParam }) },
          signal,
        }),
      initialPageParam: '',
      getNextPageParam: ({ next }) => next,
    }),
};

export const acknowledgeMutation = mutationOptions({
  mutationFn: (params: { workspace: string; operation: string }) =>
    call(operationEndpoints.acknowledgeOperation, { params }),
});

export const exportActivityMutation = mutationOptions({
  mutationFn: ({ workspace, filter }: { workspace: string; filter: ActivityFilter }) =>
    fetchFile(activityEndpoints.exportActivity, { params: { workspace }, query: filter }),
});

type Running = { workspace: string; before: ActivityPage | undefined; now: ActivityPage };

/** What ran and runs no more is among the finished now. */
function readFinishedAgain(client: QueryClient, { workspace, before, now }: Running): void {
  const still = new Set(now.entries.map(({ id }) => id));
  if (before?.entries.some(({ id }) => !still.has(id)))
    void client.invalidateQueries({ queryKey: ['activity', workspace, 'finished'] });
}
