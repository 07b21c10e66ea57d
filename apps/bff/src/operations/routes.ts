/** Operations over HTTP, and the two changes that other nouns offer as operations. */
import type { connectorEndpoints, operationEndpoints } from '@console/console-contract';
import type { Handler, Routes } from '../http/handler.ts';
import type { OperationService } from './service.ts';

type ConnectorEndpoints = typeof connectorEndpoints;

export function operationRoutes(operations: OperationService): Routes<keyof typeof operationEndpoints> {
  return {
    listOperations: async ({ params }) => ({ operations: await operations.list(params.workspace) }),
    readOperation: ({ params }) => operations.read(params.workspace, params.operation),
  };
}

type Changes = {
  createAzureConnector: Handler<ConnectorEndpoints['createAzureConnector']>;
  runConnector: Handler<ConnectorEndpoints['runConnector']>;
};

export function changeRoutes(operations: OperationService): Changes {
  return {
    createAzureConnector: ({ params, body, person, requestId }) =>
      operations.createAzure(params.workspace, body, { person, requestId }),
    runConnector: ({ params, body, person, requestId }) => {
      const { workspace: workspaceId, cloud, id } = params;
      return operations.run({ workspaceId, cloud, id, ...body }, { person, requestId });
    },
  };
}
