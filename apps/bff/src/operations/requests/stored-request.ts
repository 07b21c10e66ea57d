/** What was asked for as it is stored: by this version of the console or an older one. */
import {
  AwsConnectorSpec,
  AwsEditingValues,
  AzureConnectorSpec,
  AzureEditingValues,
  awsFields,
  azureFields,
  type ChangeKind,
  initialValuesOf,
} from '@console/console-contract';
import * as z from 'zod/mini';
import { completedBy, fieldByField, storedShape } from '../../ports/stored-json.ts';
import type { OperationRequest, RequestOf } from '../tables.ts';

/** Field by field: a rule about several of them that has come since does not make unreadable what was sent before it. */
const azureSpec = completedBy(initialValuesOf(azureFields), z.object(AzureConnectorSpec.shape));
const awsSpec = completedBy(initialValuesOf(awsFields), z.object(AwsConnectorSpec.shape));

const creation = {
  kind: z.literal('create-connector'),
  runNow: z.boolean(),
  draftId: z.nullable(z.string()),
};
const edit = {
  kind: z.literal('edit-connector'),
  version: z.string(),
  shows: z.boolean(),
  newerFields: z.array(z.string()),
  newCredentials: z._default(z.boolean(), false),
};
const keepSecret = z._default(z.boolean(), false);

const schemas: { [Kind in ChangeKind]: z.ZodMiniType<RequestOf<Kind>> } = {
  'create-connector': z.discriminatedUnion('cloud', [
    z.object({ ...creation, cloud: z.literal('azure'), spec: azureSpec, keepSecret }),
    z.object({ ...creation, cloud: z.literal('aws'), spec: awsSpec }),
  ]),
  'edit-connector': z.pipe(
    z.transform(namingNewerFields),
    z.discriminatedUnion('cloud', [
      z.object({
        ...edit,
        cloud: z.literal('azure'),
        before: fieldByField(AzureEditingValues),
        spec: azureSpec,
        keepSecret,
      }),
      z.object({ ...edit, cloud: z.literal('aws'), before: fieldByField(AwsEditingValues), spec: awsSpec }),
    ]),
  ),
  'run-connector': z.object({
    kind: z.literal('run-connector'),
    stateBefore: z.nullable(z.string()),
    lastSyncBefore: z.nullable(z.string()),
  }),
  'enable-connector': z.object({ kind: z.literal('enable-connector') }),
  'disable-connector': z.object({ kind: z.literal('disable-connector') }),
  'delete-connector': z.object({ kind: z.literal('delete-connector') }),
  'attach-member': z.object({ kind: z.literal('attach-member'), member: z.string() }),
  'detach-members': z.object({ kind: z.literal('detach-members'), members: z.array(z.string()) }),
};

const requestShape = storedShape<OperationRequest>(z.union(Object.values(schemas)));

export const requestVersion = requestShape.version;

/** `null`: no schema of this version reads it. */
export function readRequest(stored: unknown, version: number): OperationRequest | null {
  return requestShape.read(stored, version);
}

const Edit = z.looseObject({
  kind: z.literal('edit-connector'),
  cloud: z.enum(['azure', 'aws']),
  spec: z.record(z.string(), z.unknown()),
});

/** An edit did not set a field that has come since: what the gateway shows of it now says nothing about the edit. */
function namingNewerFields(stored: unknown): unknown {
  const { data: asked } = Edit.safeParse(stored);
  if (asked === undefined) return stored;
  const { shape } = asked.cloud === 'azure' ? AzureConnectorSpec : AwsConnectorSpec;
  return { ...asked, newerFields: Object.keys(shape).filter((field) => !(field in asked.spec)) };
}
