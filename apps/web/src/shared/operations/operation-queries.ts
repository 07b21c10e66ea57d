import { type Operation, operationEndpoints, settledStates } from '@console/console-contract';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../console/console-client.ts';
import { problemOf } from '../console/console-problem.ts';

/** A change that was asked for, followed until it is settled: the one place that does, for every page that watches. */
export const operationQueries = {
  one: (workspace: string, operation: string) =>
    queryOptions({
      queryKey: ['operations', workspace, operation],
      queryFn: async ({ signal, client }) => {
        const read = await call(operationEndpoints.readOperation, {
          params: { workspace, operation },
          signal,
        });
        readAgainAfter(read, client);
        return read;
      },
      refetchInterval: ({ state }) => {
        if (isUnknown(state.error)) return false;
        if (!state.data || !isSettled(state.data)) return FOLLOW_MS;
        return hasJobRunning(state.data) ? IDLE_MS : false;
      },
    }),
  /** Changes that are under way, from any user and any time: a page that was just opened knows of none. */
  open: (workspace: string) =>
    queryOptions({
      queryKey: ['operations', workspace, 'open'],
      queryFn: async ({ signal }) =>
        (await call(operationEndpoints.listOpenChanges, { params: { workspace }, signal })).changes,
      refetchInterval: ({ state }) => (state.data?.length ? OPEN_MS : IDLE_MS),
    }),
};

/** Hints tell of both sooner; a stream that is cut must not leave a row waiting for ever. */
const OPEN_MS = 5_000;
const IDLE_MS = 60_000;
const FOLLOW_MS = 1_500;

/** No operation has this id, and none ever will. */
function isUnknown(error: unknown): boolean {
  return error !== null && ['not-found', 'invalid-request'].includes(problemOf(error).code);
}

/** A run whose job, or one of whose jobs, was not seen to end yet. */
function hasJobRunning({ job, items }: Pick<Operation, 'job' | 'items'>): boolean {
  return job?.state === 'running' || (items?.jobs?.running ?? 0) > 0;
}

export function isSettled({ state }: Pick<Operation, 'state'>): boolean {
  return settledStates.includes(state);
}

/** It happened, whether the gateway said so or reading found it. */
export function hasHappened({ state }: Pick<Operation, 'state'>): boolean {
  return state === 'succeeded' || state === 'adopted';
}

/** Once a change is settled, what is known of connectors, their members and their last jobs is old. */
export function readAgainAfter(operation: Operation, queryClient: QueryClient): void {
  if (!isSettled(operation)) return;
  for (const noun of ['connectors', 'members', 'job-errors'])
    void queryClient.invalidateQueries({ queryKey: [noun] });
}

/** Follows an operation until nothing moves any more, through whatever trouble reading meets; gives up when `signal` says so. */
export async function untilSettled(
  operation: Operation,
  { workspace, queryClient, signal }: { workspace: string; queryClient: QueryClient; signal: AbortSignal },
): Promise<Operation> {
  let known = operation;
  while (!isSettled(known) && !signal.aborted) {
    await new Promise((resolve) => setTimeout(resolve, FOLLOW_MS));
    const reading = { ...operationQueries.one(workspace, operation.id), staleTime: 0 };
    known = await queryClient.fetchQuery(reading).catch(() => known);
  }
  return known;
}
