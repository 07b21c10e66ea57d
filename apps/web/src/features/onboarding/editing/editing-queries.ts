/** What the pages for editing read. Never shared with other pages: what was opened must not change under a form. */
import { connectorEditingEndpoints, type Editing } from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { call } from '../../../shared/console/console-client.ts';

export const editingQueries = {
  opened: ({ workspace, cloud, id }: ConnectorAddress) =>
    queryOptions({
      queryKey: ['editing', workspace, cloud, id],
      queryFn: ({ signal }) => readEditing({ workspace, cloud, id }, signal),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
};

export function readEditing(address: ConnectorAddress, signal?: AbortSignal): Promise<Editing> {
  return call(connectorEditingEndpoints.readEditing, { params: address, signal });
}
