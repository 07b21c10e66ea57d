import {
  type ConnectorList,
  connectorChangeEndpoints,
  connectorEndpoints,
  workingStates,
} from '@console/console-contract';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ConnectorAddress } from '../../shared/connector-address.ts';
import { call } from '../../shared/console-client.ts';

const CALM_MS = 30_000;
const WORKING_MS = 3_000;

/** Polling rests in hidden tabs; while a job is under way anywhere it is quick. */
export const connectorQueries = {
  all: ['connectors'] as const,
  list: (workspace: string) =>
    queryOptions({
      queryKey: ['connectors', workspace, 'list'],
      queryFn: ({ signal }) => call(connectorEndpoints.listConnectors, { params: { workspace }, signal }),
      refetchInterval: ({ state }) => (isWorking(state.data) ? WORKING_MS : CALM_MS),
    }),
  one: ({ workspace, cloud, id }: ConnectorAddress) =>
    queryOptions({
      queryKey: ['connectors', workspace, cloud, id],
      queryFn: ({ signal }) =>
        call(connectorEndpoints.readConnector, { params: { workspace, cloud, id }, signal }),
      refetchInterval: ({ state }) =>
        state.data && workingStates.includes(state.data.connector.state) ? WORKING_MS : CALM_MS,
    }),
};

export const refreshConnectorsMutation = mutationOptions({
  mutationFn: (workspace: string) => call(connectorEndpoints.refreshConnectors, { params: { workspace } }),
});

export type RunRequest = ConnectorAddress & { idempotencyKey: string };

export const runConnectorMutation = mutationOptions({
  mutationFn: ({ workspace, cloud, id, idempotencyKey }: RunRequest) =>
    call(connectorChangeEndpoints.runConnector, {
      params: { workspace, cloud, id },
      body: { idempotencyKey },
    }),
});

function isWorking(list: ConnectorList | undefined): boolean {
  if (list === undefined) return false;
  if (list.freshness.refreshing && list.asOf === null) return true;
  return list.connectors.some(({ state, enabled }) => enabled !== false && workingStates.includes(state));
}
