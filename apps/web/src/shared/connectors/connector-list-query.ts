import { type ConnectorList, connectorEndpoints, listAfter } from '@console/console-contract';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { call } from '../console/console-client.ts';

/** The list of connectors, the same for every page that needs it. */
export function connectorListQuery(workspace: string) {
  return queryOptions({
    queryKey: ['connectors', workspace, 'list'],
    queryFn: ({ signal, client }) => readList(client, workspace, signal),
  });
}

/** Only what has changed is read where the list is there already: ten thousand rows are read once. */
async function readList(client: QueryClient, workspace: string, signal: AbortSignal): Promise<ConnectorList> {
  const known = client.getQueryData(connectorListQuery(workspace).queryKey);
  const query = known && { since: String(known.version) };
  const params = { workspace };
  const answer = await call(connectorEndpoints.listConnectors, { params, ...(query && { query }), signal });
  return listAfter(known, answer);
}
