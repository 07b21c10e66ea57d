/** Drafts of connectors to be, the connection test, and the units to choose from. Never a stored secret. */
import * as z from 'zod/mini';
import {
  AwsAccountId,
  AwsExternalId,
  AwsPartition,
  AwsRoleArn,
  AzureUuid,
  OrganizationRootId,
} from '../connectors/cloud-ids.ts';
import { AwsStep, AzureStep } from '../connectors/steps.ts';
import type { Endpoint } from '../endpoint.ts';
import { BareProblem } from '../problem.ts';
import { Cloud, ConnectorId, Id, Line, SecretInput, Timestamp, WorkspaceParams } from '../values.ts';
import { Draft, DraftContent, DraftSave } from './drafts.ts';

export const DraftParams = z.object({ workspace: Id, draft: Id });

const TestRequest = z.strictObject({
  tenantId: AzureUuid,
  applicationId: AzureUuid,
  secretValue: SecretInput,
});

/** The vendor's job id is no UUID of ours: letters, digits, dashes. */
export const JobId = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/));

/** `startedAt` is by the console's own clock; the page that follows the test sends it along. */
export const ConnectionTest = z.object({ jobId: JobId, startedAt: Timestamp });

/** When the console started the test. Only with it is a test given up that takes too long: the gateway's clock is not ours. */
const TestProgressQuery = z.strictObject({ startedAt: z.optional(Timestamp) });

export const ConnectionTestProgress = z.object({
  state: z.enum(['running', 'succeeded', 'failed']),
  /** The gateway's own word for the state. */
  stateText: z.string(),
  problem: z.nullable(BareProblem),
  /** Both by the gateway's clock. */
  startedAt: z.nullable(Timestamp),
  updatedAt: z.nullable(Timestamp),
});
export type ConnectionTestProgress = z.output<typeof ConnectionTestProgress>;

/** Groups are known by their names alone: each name once, and in `alike` those that several groups carry. */
export const ManagementGroups = z.object({
  groups: z.array(z.string()),
  alike: z.array(z.object({ name: z.string(), count: z.int() })),
  incomplete: z.boolean(),
});
export type ManagementGroups = z.output<typeof ManagementGroups>;

const AwsTestRequest = z.strictObject({
  /** The gateway remembers the test under this name: a renamed connector must be tested again. */
  connectorName: Line(255),
  partition: AwsPartition,
  baseAccountId: AwsAccountId,
  roleArn: AwsRoleArn,
  externalId: z.optional(AwsExternalId),
  /** Without an external id: the connector whose kept one is taken, for the role that it was entered for and no other. */
  connector: z.optional(ConnectorId),
});
export type AwsTestRequest = z.output<typeof AwsTestRequest>;

/** W1 answers at once. `problem` is what AWS or the gateway had against it. */
export const AwsConnectionTest = z.object({
  state: z.enum(['succeeded', 'failed']),
  problem: z.nullable(BareProblem),
  at: Timestamp,
});
export type AwsConnectionTest = z.output<typeof AwsConnectionTest>;

/** Flat, the root first; `path` is the path of names above the unit, empty for the root. */
export const OrganizationalUnits = z.object({
  units: z.array(z.object({ id: z.string(), name: z.string(), path: z.string() })),
  incomplete: z.boolean(),
});
export type OrganizationalUnits = z.output<typeof OrganizationalUnits>;

export const onboardingEndpoints = {
  listDrafts: {
    summary: 'Drafts that wait to be finished',
    method: 'GET',
    path: '/api/workspaces/{workspace}/drafts',
    access: 'connectors.onboard',
    params: WorkspaceParams,
    answer: z.object({
      drafts: z.array(
        z.object({
          id: Id,
          cloud: Cloud,
          name: z.string(),
          step: z.union([AzureStep, AwsStep]),
          updatedAt: Timestamp,
          updatedBy: z.string(),
        }),
      ),
    }),
  },
  startDraft: {
    summary: 'Start a draft',
    method: 'POST',
    path: '/api/workspaces/{workspace}/drafts',
    access: 'connectors.onboard',
    params: WorkspaceParams,
    body: DraftContent,
    answer: Draft,
    status: 201,
  },
  readDraft: {
    summary: 'One draft',
    method: 'GET',
    path: '/api/workspaces/{workspace}/drafts/{draft}',
    access: 'connectors.onboard',
    params: DraftParams,
    answer: Draft,
  },
  saveDraft: {
    summary: 'Save a draft on top of the version it was read at',
    method: 'PUT',
    path: '/api/workspaces/{workspace}/drafts/{draft}',
    access: 'connectors.onboard',
    params: DraftParams,
    body: DraftSave,
    answer: Draft,
  },
  discardDraft: {
    summary: 'Discard a draft',
    method: 'DELETE',
    path: '/api/workspaces/{workspace}/drafts/{draft}',
    access: 'connectors.onboard',
    params: DraftParams,
    answer: null,
    status: 204,
  },
  testAzureConnection: {
    summary: 'Have the gateway try the tenant’s credentials and read its management groups',
    method: 'POST',
    path: '/api/workspaces/{workspace}/onboarding/azure/tests',
    access: 'connectors.onboard',
    params: WorkspaceParams,
    body: TestRequest,
    answer: ConnectionTest,
    status: 202,
  },
  readAzureConnectionTest: {
    summary: 'How far a connection test is',
    method: 'GET',
    path: '/api/workspaces/{workspace}/onboarding/azure/tests/{job}',
    access: 'connectors.onboard',
    params: z.object({ workspace: Id, job: JobId }),
    query: TestProgressQuery,
    answer: ConnectionTestProgress,
  },
  listManagementGroups: {
    summary: 'Every management group of a tenant; meaningful once its test has succeeded',
    method: 'POST',
    path: '/api/workspaces/{workspace}/onboarding/azure/management-groups',
    access: 'connectors.onboard',
    params: WorkspaceParams,
    body: z.strictObject({ tenantId: AzureUuid, applicationId: AzureUuid }),
    answer: ManagementGroups,
  },
  testAwsConnection: {
    summary: 'Have the gateway assume the organization’s role',
    method: 'POST',
    path: '/api/workspaces/{workspace}/onboarding/aws/tests',
    access: 'connectors.onboard',
    params: WorkspaceParams,
    body: AwsTestRequest,
    answer: AwsConnectionTest,
  },
  listOrganizationalUnits: {
    summary: 'Every unit below an organization’s root, known after a test under the same connector name',
    method: 'POST',
    path: '/api/workspaces/{workspace}/onboarding/aws/units',
    access: 'connectors.onboard',
    params: WorkspaceParams,
    body: z.strictObject({ connectorName: Line(255), rootId: OrganizationRootId }),
    answer: OrganizationalUnits,
  },
} as const satisfies Record<string, Endpoint>;
