import { operationEndpoints, settledStates } from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from './console-client.ts';

/** One change that was asked for, followed until it is settled. The list and the connector's page both watch it. */
export const operationQueries = {
  one: (workspace: string, operation: string) =>
    queryOptions({
      queryKey: ['operations', workspace, operation],
      queryFn: ({ signal }) =>
        call(operationEndpoints.readOperation, { params: { workspace, operation }, signal }),
      refetchInterval: ({ state }) =>
        state.data !== undefined && settledStates.includes(state.data.state) ? false : FOLLOW_MS,
    }),
};

const FOLLOW_MS = 1_500;
