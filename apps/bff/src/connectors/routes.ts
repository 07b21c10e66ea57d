/** Connectors over HTTP. Changing one is an operation, which another slice carries out. */
import type { Cloud, Connector, connectorEndpoints, LikelyCause } from '@console/console-contract';
import { Prepared, type Routes } from '../http/handler.ts';
import type { SerializedList } from './list.ts';
import type { ConnectorService } from './service.ts';
import type { ConnectorEditing } from './specs/editing.ts';

/** What an error of a connector's job most likely means; `null` where that is not known. */
export type Explain = (message: string, cloud: Cloud, connector: Connector) => LikelyCause | null;

type Beside = {
  explain: Explain;
  /** As the list has it; `null` for one that it does not list. */
  summaryOf: (workspaceId: string, cloud: Cloud, id: string) => Promise<{ members: number | null } | null>;
};

export function connectorRoutes(
  connectors: ConnectorService,
  editing: ConnectorEditing,
  { explain, summaryOf }: Beside,
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
      const { connector } = reading;
      const cause = connector.lastError === null ? null : explain(connector.lastError, cloud, connector);
      const members = (await summaryOf(workspace, cloud, id))?.members ?? null;
      return { ...reading, cause, members };
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
