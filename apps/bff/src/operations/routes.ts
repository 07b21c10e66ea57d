/** Operations over HTTP, and the changes of connectors that are carried out as operations. */
import type {
  bulkEndpoints,
  Cloud,
  connectorChangeEndpoints,
  operationEndpoints,
} from '@console/console-contract';
import type { Routes } from '../http/handler.ts';
import { Secret, secretIfGiven } from '../ports/secret.ts';
import type { BulkService } from './bulk/service.ts';
import type { NoteLook } from './looks.ts';
import type { OperationService } from './service.ts';

export function operationRoutes(
  bulks: BulkService,
  operations: Pick<OperationService, 'listOpen'> & { noteLook: NoteLook },
): Routes<keyof typeof operationEndpoints | keyof typeof bulkEndpoints> {
  return {
    listOperations: async ({ params }) => ({ operations: await bulks.list(params.workspace) }),
    listOpenChanges: async ({ params }) => ({ changes: await operations.listOpen(params.workspace) }),
    noteLook: ({ params, person, requestId }) =>
      operations.noteLook(operationAt(params), { person, requestId }),
    readOperation: ({ params }) => bulks.read(operationAt(params)),
    previewBulk: ({ params, body }) => bulks.preview(params.workspace, body),
    startBulk: ({ params, body, person, requestId }) =>
      bulks.start(params.workspace, body, { person, requestId }),
    listOperationItems: async ({ params }) => ({ items: await bulks.listItems(operationAt(params)) }),
    pauseOperation: ({ params, person, requestId }) =>
      bulks.pause(operationAt(params), { person, requestId }),
    resumeOperation: ({ params, person, requestId }) =>
      bulks.resume(operationAt(params), { person, requestId }),
    cancelOperation: ({ params, person, requestId }) =>
      bulks.cancel(operationAt(params), { person, requestId }),
    retryFailedItems: ({ params, body, person, requestId }) =>
      bulks.retry(operationAt(params), body, { person, requestId }),
  };
}

/** `readDeletion` only reads, and is answered by the connectors themselves. */
type Changes = Routes<
  Exclude<keyof typeof connectorChangeEndpoints, 'readDeletion'> | 'attachMember' | 'detachMembers'
>;

export function changeRoutes(operations: OperationService): Changes {
  return {
    createAzureConnector: ({ params, body, person, requestId }) => {
      const wish = { ...body, secretValue: new Secret(body.secretValue) };
      return operations.createAzure(params.workspace, wish, { person, requestId });
    },
    createAwsConnector: ({ params, body, person, requestId }) => {
      const [externalId, memberExternalId] = [new Secret(body.externalId), new Secret(body.memberExternalId)];
      const wish = { ...body, externalId, memberExternalId };
      return operations.createAws(params.workspace, wish, { person, requestId });
    },
    editAzureConnector: ({ params, body, person, requestId }) => {
      const wish = { ...body, secretValue: secretIfGiven(body.secretValue) };
      return operations.editAzure(editedBy(params), wish, { person, requestId });
    },
    editAwsConnector: ({ params, body, person, requestId }) => {
      const externalId = secretIfGiven(body.externalId);
      const wish = { ...body, externalId, memberExternalId: secretIfGiven(body.memberExternalId) };
      return operations.editAws(editedBy(params), wish, { person, requestId });
    },
    runConnector: ({ params, body, person, requestId }) =>
      operations.run({ ...addressOf(params), ...body }, { person, requestId }),
    enableConnector: ({ params, body, person, requestId }) =>
      operations.switchTo('enable-connector', { ...addressOf(params), ...body }, { person, requestId }),
    disableConnector: ({ params, body, person, requestId }) =>
      operations.switchTo('disable-connector', { ...addressOf(params), ...body }, { person, requestId }),
    deleteConnector: ({ params, body, person, requestId }) =>
      operations.remove({ ...addressOf(params), ...body }, { person, requestId }),
    attachMember: ({ params, body, person, requestId }) =>
      operations.attach({ ...addressOf(params), ...body }, { person, requestId }),
    detachMembers: ({ params, body, person, requestId }) =>
      operations.detach({ ...addressOf(params), ...body }, { person, requestId }),
  };
}

function operationAt({ workspace, operation }: { workspace: string; operation: string }) {
  return { workspaceId: workspace, id: operation };
}

function editedBy({ workspace, id }: { workspace: string; id: string }) {
  return { workspaceId: workspace, id };
}

function addressOf({ workspace, cloud, id }: { workspace: string; cloud: Cloud; id: string }) {
  return { workspaceId: workspace, cloud, id };
}
