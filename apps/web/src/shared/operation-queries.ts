import { type Operation, operationEndpoints, settledStates } from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from './console-client.ts';

/** Changes that were asked for, followed until they are settled. The list and the connector's page both watch them. */
export const operationQueries = {
  one: (workspace: string, operation: string) =>
    queryOptions({
      queryKey: ['operations', workspace, operation],
      queryFn: ({ signal }) => readOperation(workspace, operation, signal),
      refetchInterval: ({ state }) => (isUnderWay(state.data) ? FOLLOW_MS : false),
    }),
  several: (workspace: string, operations: readonly string[]) =>
    queryOptions({
      queryKey: ['operations', workspace, 'several', ...operations],
      queryFn: ({ signal }) => Promise.all(operations.map((one) => readOperation(workspace, one, signal))),
      refetchInterval: ({ state }) => (!state.data || state.data.some(isUnderWay) ? FOLLOW_MS : false),
    }),
};

const FOLLOW_MS = 1_500;

function readOperation(workspace: string, operation: string, signal: AbortSignal): Promise<Operation> {
  return call(operationEndpoints.readOperation, { params: { workspace, operation }, signal });
}

/** An operation that was never read yet may still be moving. */
function isUnderWay(operation: Operation | undefined): boolean {
  return operation === undefined || !settledStates.includes(operation.state);
}
