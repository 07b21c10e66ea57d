import { connectorEndpoints } from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from './console-client.ts';

/** How old the picture of the connectors is, and the call budget: shown beside every page of a workspace. */
export function freshnessQuery(workspace: string) {
  return queryOptions({
    queryKey: ['connectors', workspace, 'freshness'],
    queryFn: ({ signal }) => call(connectorEndpoints.readFreshness, { params: { workspace }, signal }),
    refetchInterval: 30_000,
  });
}
