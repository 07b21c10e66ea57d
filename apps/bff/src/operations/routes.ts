/** Operations over HTTP, and the changes of connectors that are carried out as operations. */
import {
  type bulkEndpoints,
  type Cloud,
  changeEndpointName,
  type changeEndpoints,
  type connectorChangeEndpoints,
  connectorChangeKinds,
  type operationEndpoints,
} from '@console/console-contract';
import type { Handler, Routes } from '../http/handler.ts';
import { Secret, secretIfGiven } from '../ports/secret.ts';
import type { Acknowledge } from './acknowledgements.ts';
import type { BulkService } from './bulk/service.ts';
import type { OperationService } from './service.ts';

export function operationRoutes(
  bulks: BulkService,
  operations: Pick<OperationService, 'listOpen'> & { acknowledge: Acknowledge },
): Routes<keyof typeof operationEndpoints | keyof typeof bulkEndpoints> {
  return {
    listOperations: async ({ params }) => ({ operations: await bulks.list(params.workspace) }),
    listOpenChanges: async ({ params }) => ({ changes: await operations.listOpen(params.workspace) }),
    acknowledgeOperation: ({ params, caller, requestId }) =>
      operations.acknowledge(operationAt(params), { caller, requestId }),
    readOperation: ({ params }) => bulks.read(operationAt(params)),
    previewBulk: ({ params, body }) => bulks.preview(params.workspace, body),
    startBulk: ({ params, body, caller, requestId }) =>
      bulks.start(params.workspace, body, { caller, requestId }),
    listOperationItems: async ({ params }) => ({ items: await bulks.listItems(operationAt(params)) }),
    pauseOperation: ({ params, caller, requestId }) =>
      bulks.pause(operationAt(params), { caller, requestId }),
    resumeOperation: ({ params, caller, requestId }) =>
      bulks.resume(operationAt(params), { caller, requestId }),
    cancelOperation: ({ params, caller, requestId }) =>
      bulks.cancel(operationAt(params), { caller, requestId }),
    retryFailedItems: ({ params, body, caller, requestId }) =>
      bulks.retry(operationAt(params), body, { caller, requestId }),
  };
}

/** `readDeletion` only reads, and is answered by the connectors themselves. */
type Changes = Routes<
  Exclude<keyof typeof connectorChangeEndpoints, 'readDeletion'> | keyof typeof changeEndpoints
>;

export function changeRoutes({ request }: Pick<OperationService, 'request'>): Changes {
  return {
    createAzureConnector({ params, body, caller, requestId }) {
      const secretValue = new Secret(body.secretValue);
      const asked = { workspaceId: params.workspace, cloud: 'azure', ...body, secretValue } as const;
      return request('create-connector', asked, { caller, requestId });
    },
    createAwsConnector({ params, body, caller, requestId }) {
      const [externalId, memberExternalId] = [new Secret(body.externalId), new Secret(body.memberExternalId)];
      const ids = { externalId, memberExternalId };
      const asked = { workspaceId: params.workspace, cloud: 'aws', ...body, ...ids } as const;
      return request('create-connector', asked, { caller, requestId });
    },
    editAzureConnector({ params, body, caller, requestId }) {
      const secretValue = secretIfGiven(body.secretValue);
      const asked = { ...addressOf({ ...params, cloud: 'azure' }), ...body, secretValue };
      return request('edit-connector', asked, { caller, requestId });
    },
    editAwsConnector({ params, body, caller, requestId }) {
      const externalId = secretIfGiven(body.externalId);
      const memberExternalId = secretIfGiven(body.memberExternalId);
      const asked = { ...addressOf({ ...params, cloud: 'aws' }), ...body, externalId, memberExternalId };
      return request('edit-connector', asked, { caller, requestId });
    },
    ...connectorChangeRoutes(request),
  };
}

/** Every change of a connector that is there is asked for alike. */
function connectorChangeRoutes(request: OperationService['request']): Routes<keyof typeof changeEndpoints> {
  const handlers = connectorChangeKinds.map((kind) => {
    const handle: Handler<(typeof changeEndpoints)[keyof typeof changeEndpoints]> = (call) => {
      const { params, body, caller, requestId } = call;
      return request(kind, { ...addressOf(params), ...body }, { caller, requestId });
    };
    return [changeEndpointName(kind), handle] as const;
  });
  // A kind, its endpoint and its body go together, which TypeScript cannot follow through a loop.
  return Object.fromEntries(handlers) as Routes<keyof typeof changeEndpoints>;
}

function operationAt({ workspace, operation }: { workspace: string; operation: string }) {
  return { workspaceId: workspace, id: operation };
}

function addressOf<C extends Cloud>({ workspace, cloud, id }: { workspace: string; cloud: C; id: string }) {
  return { workspaceId: workspace, cloud, id };
}
