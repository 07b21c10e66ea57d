/** Connectors over HTTP. Creating and running are operations, which another slice carries out. */
import type { connectorEndpoints } from '@console/console-contract';
import { type Handler, Prepared, type Routes } from '../http/handler.ts';
import type { SerialisedList } from './list.ts';
import type { ConnectorService } from './service.ts';

type Changes = {
  createAzureConnector: Handler<(typeof connectorEndpoints)['createAzureConnector']>;
  runConnector: Handler<(typeof connectorEndpoints)['runConnector']>;
};

export function connectorRoutes(
  connectors: ConnectorService,
  changes: Changes,
): Routes<keyof typeof connectorEndpoints | 'readFreshness'> {
  return {
    listConnectors: async ({ params }) => prepared(await connectors.list(params.workspace)),
    refreshConnectors: async ({ params }) => prepared(await connectors.refresh(params.workspace)),
    readFreshness: ({ params }) => connectors.freshnessOf(params.workspace),
    readConnector: ({ params }) => connectors.read(params.workspace, params.cloud, params.id),
    createAzureConnector: changes.createAzureConnector,
    runConnector: changes.runConnector,
  };
}

function prepared({ body, etag }: SerialisedList): Prepared {
  return new Prepared(body, etag);
}
