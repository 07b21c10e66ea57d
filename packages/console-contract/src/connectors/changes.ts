/** Changing organization connectors. Every change is an operation: its answer says how far it is, not that it is done. */
import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import { Operation } from '../operations/reading.ts';
import { ConnectorId, ConnectorParams, Id, SecretInput, Timestamp, WorkspaceParams } from '../values.ts';
import { AwsExternalId } from './cloud-ids.ts';
import { AwsConnectorSpec, AzureConnectorSpec } from './specs.ts';

/** Made once when a review or a confirmation opens: the same key and the same body give the same operation. */
const idempotencyKey = Id;

export const NewAzureConnector = z.strictObject({
  idempotencyKey,
  spec: AzureConnectorSpec,
  secretValue: SecretInput,
  /** Keeps the secret sealed, so that an edit need not ask for it: the vendor wants it with every edit. */
  keepSecret: z._default(z.boolean(), false),
  runNow: z.boolean(),
  /** The draft to clear away once the connector exists. */
  draftId: z.nullable(Id),
});
export type NewAzureConnector = z.input<typeof NewAzureConnector>;

export const NewAwsConnector = z.strictObject({
  idempotencyKey,
  spec: AwsConnectorSpec,
  externalId: AwsExternalId,
  memberExternalId: AwsExternalId,
  runNow: z.boolean(),
  draftId: z.nullable(Id),
});
export type NewAwsConnector = z.input<typeof NewAwsConnector>;

/** A whole connector on top of the version it was opened at. Credentials that are left out are those the console keeps. */
export const AzureEdit = z.strictObject({
  idempotencyKey,
  version: z.string().check(z.maxLength(100)),
  spec: AzureConnectorSpec,
  secretValue: z.optional(SecretInput),
  /** `false` forgets a secret that was kept. */
  keepSecret: z.boolean(),
});
export type AzureEdit = z.output<typeof AzureEdit>;

export const AwsEdit = z.strictObject({
  idempotencyKey,
  version: z.string().check(z.maxLength(100)),
  spec: AwsConnectorSpec,
  externalId: z.optional(AwsExternalId),
  memberExternalId: z.optional(AwsExternalId),
});
export type AwsEdit = z.output<typeof AwsEdit>;

/** What deleting would do, read from the gateway at this moment. */
export const Deletion = z.object({
  name: z.string(),
  /** Members that would be detached and go on alone; `null` when the gateway does not tell. */
  members: z.nullable(z.number()),
  running: z.boolean(),
  asOf: Timestamp,
});
export type Deletion = z.output<typeof Deletion>;

const OneCloudParams = z.object({ workspace: Id, id: ConnectorId });
const change = { method: 'POST', access: 'connectors.change', answer: Operation, status: 202 } as const;

export const connectorChangeEndpoints = {
  createAzureConnector: {
    ...change,
    access: 'connectors.onboard',
    summary: 'Create an Azure connector (an operation)',
    path: '/api/workspaces/{workspace}/connectors/azure',
    params: WorkspaceParams,
    body: NewAzureConnector,
  },
  createAwsConnector: {
    ...change,
    access: 'connectors.onboard',
    summary:
      'Create an AWS connector (an operation); its connection must have been tested under the same name',
    path: '/api/workspaces/{workspace}/connectors/aws',
    params: WorkspaceParams,
    body: NewAwsConnector,
  },
  editAzureConnector: {
    ...change,
    method: 'PUT',
    summary: 'Change an Azure connector (an operation), unless it has changed since it was opened',
    path: '/api/workspaces/{workspace}/connectors/azure/{id}',
    params: OneCloudParams,
    body: AzureEdit,
  },
  editAwsConnector: {
    ...change,
    method: 'PUT',
    summary: 'Change an AWS connector (an operation), unless it has changed since it was opened',
    path: '/api/workspaces/{workspace}/connectors/aws/{id}',
    params: OneCloudParams,
    body: AwsEdit,
  },
  readDeletion: {
    summary: 'What deleting a connector would do',
    method: 'GET',
    path: '/api/workspaces/{workspace}/connectors/{cloud}/{id}/deletion',
    access: 'connectors.change',
    params: ConnectorParams,
    answer: Deletion,
  },
} as const satisfies Record<string, Endpoint>;
