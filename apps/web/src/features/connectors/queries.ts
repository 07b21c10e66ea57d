import {
  type ButtonKind,
  type Connector,
  type ConnectorList,
  changeEndpointName,
  changeEndpoints,
  connectorChangeEndpoints,
  connectorEndpoints,
  hasJobUnderWay,
  kindOf,
  type Operation,
} from '@console/console-contract';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ConnectorAddress } from '../../shared/connectors/connector-address.ts';
import { connectorListQuery } from '../../shared/connectors/connector-list-query.ts';
import { call } from '../../shared/console/console-client.ts';

const CALM_MS = 30_000;
const WORKING_MS = 3_000;
const FIRST_LOOKS = 8;

/** Polling rests in hidden tabs; while a job is under way anywhere it is quick. */
export const connectorQueries = {
  all: ['connectors'] as const,
  list: (workspace: string) =>
    queryOptions({
      ...connectorListQuery(workspace),
      refetchInterval: ({ state }) => (isWorking(state.data) ? WORKING_MS : CALM_MS),
    }),
  one: ({ workspace, cloud, id }: ConnectorAddress) =>
    queryOptions({
      queryKey: ['connectors', workspace, cloud, id],
      // Once it is shown, the console answers from what it knows and asks the gateway once a minute at most, for all open pages together.
      queryFn: ({ signal, client, queryKey }) =>
        call(connectorEndpoints.readConnector, {
          params: { workspace, cloud, id },
          ...(client.getQueryData(queryKey) !== undefined && { query: { watching: '1' } }),
          signal,
        }),
      refetchInterval: ({ state }) =>
        state.data && isWatched(state.data.connector, state.dataUpdateCount) ? WORKING_MS : CALM_MS,
    }),
  scope: ({ workspace, cloud, id }: ConnectorAddress) =>
    queryOptions({
      queryKey: ['connectors', workspace, cloud, id, 'scope'],
      queryFn: ({ signal }) =>
        call(connectorEndpoints.readScope, { params: { workspace, cloud, id }, signal }),
    }),
  /** Read each time the question is asked: the last thing seen before deleting must not be a memory. */
  deletion: ({ workspace, cloud, id }: ConnectorAddress) =>
    queryOptions({
      queryKey: ['deletion', workspace, cloud, id],
      queryFn: ({ signal }) =>
        call(connectorChangeEndpoints.readDeletion, { params: { workspace, cloud, id }, signal }),
      staleTime: 0,
      gcTime: 0,
      retry: false,
      refetchOnWindowFocus: false,
    }),
};

export const refreshConnectorsMutation = mutationOptions({
  mutationFn: (workspace: string) => call(connectorEndpoints.refreshConnectors, { params: { workspace } }),
});

/** What a user can ask of a connector that is there; each is an operation. */
export type ConnectorChange = ConnectorAddress & {
  kind: ButtonKind;
  /** Of a change that has to be confirmed, as the user typed it: the server compares it with the connector's. */
  name: string;
};

export function sendChange(change: ConnectorChange, idempotencyKey: string): Promise<Operation> {
  const { kind, workspace, cloud, id, name } = change;
  const body = kindOf(kind).confirmed ? { idempotencyKey, name } : { idempotencyKey };
  return call(changeEndpoints[changeEndpointName(kind)], { params: { workspace, cloud, id }, body });
}

function isWorking(list: ConnectorList | undefined): boolean {
  if (list === undefined) return false;
  if (list.freshness.refreshing && list.asOf === null) return true;
  return list.connectors.some((connector) => connector.enabled !== false && hasJobUnderWay(connector));
}

/** A first run may just have been asked for: that is worth some looks, but a connector that is never run is not. */
function isWatched(connector: Connector, looks: number): boolean {
  return hasJobUnderWay(connector) || (connector.state === 'pending' && looks < FIRST_LOOKS);
}
