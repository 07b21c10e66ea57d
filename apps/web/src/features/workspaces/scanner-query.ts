import { connectorEndpoints, workspaceEndpoints } from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/console/console-client.ts';

/**
 * The snapshot scanner's registration with the names of the connectors that the console knows. Read when a user asks
 * and never by itself: no user watches it, and calls are precious.
 */
export function scannerQuery(workspace: string) {
  return queryOptions({
    queryKey: ['snapshot-scanner', workspace],
    queryFn: async ({ signal }) => {
      const params = { workspace };
      const [registration, list] = await Promise.all([
        call(workspaceEndpoints.readScannerRegistration, { params, signal }),
        call(connectorEndpoints.listConnectors, { params, signal }),
      ]);
      const known = list.connectors.filter(({ cloud }) => cloud === 'aws');
      return { ...registration, names: new Map(known.map(({ id, name }) => [id, name])) };
    },
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
