/** Connectors over HTTP. Changing one is an operation, which another slice carries out. */
import type { Cloud, connectorEndpoints, LikelyCause } from '@console/console-contract';
import { Prepared, type Routes } from '../http/handler.ts';
import type { SerializedList } from './list.ts';
import type { ConnectorService } from './service.ts';
import type { ConnectorEditing } from './specs/editing.ts';

/** What an error of a job most likely means; `null` where that is not known. */
export type Explain = (message: string, cloud: Cloud) => LikelyCause | null;

export function connectorRoutes(
  connectors: ConnectorService,
  editing: ConnectorEditing,
  explain: Explain,
): Routes<keyof typeof connectorEndpoints | 'readDeletion' | 'readEditing'> {
  return {
    listConnectors: async ({ params, query, moment }) =>
      prepared(
        await connectors.list(
          params.workspace,
          moment,
          query.since === undefined ? undefined : Number(query.since),
        ),
      ),
    refreshConnectors: async ({ params }) => prepared(await connectors.refresh(params.workspace)),
    readFreshness: ({ params }) => connectors.freshnessOf(params.workspace),
    async readConnector({ params: { workspace, cloud, id }, query }) {
      const reading = await (query.watching === '1' ? connectors.watch : connectors.read)(
        workspace,
        cloud,
        id,
      );
      const { lastError } = reading.connector;
      return { ...reading, cause: lastError === null ? null : explain(lastError, cloud) };
    },
    readScope: ({ params }) => connectors.readScope(params.workspace, params.cloud, params.id),
    readEditing: ({ params }) =>
      editing.open({ workspaceId: params.workspace, cloud: params.cloud, id: params.id }),
    readDeletion: ({ params }) => connectors.readDeletion(params.workspace, params.cloud, params.id),
  };
}

function prepared({ body, etag }: SerializedList): Prepared {
  return new Prepared(body, etag);
}
