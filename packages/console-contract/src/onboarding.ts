/** Drafts of connectors to be, the connection test, and the management groups to choose from. Never a stored secret. */
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { Problem } from './problem.ts';
import { AzureUuid, Cloud, Id, SecretInput, Text, Timestamp, WorkspaceParams } from './values.ts';

const Words = Text(1000);
const Units = z.array(Text(500)).check(z.maxLength(50_000));

/** The form as it stands, however unfinished: it mirrors the wizard, not the gateway, and has no place for a secret. */
export const AzureDraftValues = z.strictObject({
  name: Words,
  description: Words,
  cspm: z.boolean(),
  remediation: z.boolean(),
  tenantId: Words,
  tenantName: Words,
  applicationId: Words,
  secretExpiresOn: z.nullable(Words),
  scope: z.strictObject({ included: Units, excluded: Units }),
  memberPrefix: Words,
  createForNewAccounts: z.boolean(),
  disableForDeleted: z.boolean(),
  runEveryDays: z.number(),
  memberRunEveryDays: z.number(),
  activation: z.strictObject({ vm: z.boolean(), pc: z.boolean(), sca: z.boolean(), certView: z.boolean() }),
  tagIds: z.array(Words).check(z.maxLength(100)),
});
export type AzureDraftValues = z.output<typeof AzureDraftValues>;

export const AzureStep = z.enum(['basics', 'tenant', 'scope', 'members', 'activation', 'review']);
export type AzureStep = z.output<typeof AzureStep>;

export const AzureDraft = z.object({
  id: Id,
  cloud: z.literal('azure'),
  step: AzureStep,
  values: AzureDraftValues,
  /** Counts the saves: a save on top of an older version is a `conflict`, so two tabs cannot overwrite each other. */
  version: z.number(),
  updatedAt: Timestamp,
  updatedBy: z.string(),
});
export type AzureDraft = z.output<typeof AzureDraft>;

export const DraftParams = z.object({ workspace: Id, draft: Id });

const TestRequest = z.strictObject({
  tenantId: AzureUuid,
  applicationId: AzureUuid,
  secretValue: SecretInput,
});

/** The vendor's job id is no UUID of ours: letters, digits, dashes. */
export const JobId = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/));

export const ConnectionTest = z.object({ jobId: JobId, startedAt: Timestamp });

export const ConnectionTestProgress = z.object({
  state: z.enum(['running', 'succeeded', 'failed']),
  /** The gateway's own word for the state. */
  stateText: z.string(),
  problem: z.nullable(z.omit(Problem, { requestId: true })),
  startedAt: z.nullable(Timestamp),
  updatedAt: z.nullable(Timestamp),
});
export type ConnectionTestProgress = z.output<typeof ConnectionTestProgress>;

export const ManagementGroups = z.object({ groups: z.array(z.string()), incomplete: z.boolean() });
export type ManagementGroups = z.output<typeof ManagementGroups>;

export const onboardingEndpoints = {
  listDrafts: {
    summary: 'Drafts that wait to be finished',
    method: 'GET',
    path: '/api/workspaces/{workspace}/drafts',
    access: 'operator',
    params: WorkspaceParams,
    answer: z.object({
      drafts: z.array(
        z.object({
          id: Id,
          cloud: Cloud,
          name: z.string(),
          step: z.string(),
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
    access: 'operator',
    params: WorkspaceParams,
    body: z.strictObject({ cloud: z.literal('azure'), step: AzureStep, values: AzureDraftValues }),
    answer: AzureDraft,
    status: 201,
  },
  readDraft: {
    summary: 'One draft',
    method: 'GET',
    path: '/api/workspaces/{workspace}/drafts/{draft}',
    access: 'operator',
    params: DraftParams,
    answer: AzureDraft,
  },
  saveDraft: {
    summary: 'Save a draft on top of the version it was read at',
    method: 'PUT',
    path: '/api/workspaces/{workspace}/drafts/{draft}',
    access: 'operator',
    params: DraftParams,
    body: z.strictObject({ version: z.int(), step: AzureStep, values: AzureDraftValues }),
    answer: AzureDraft,
  },
  discardDraft: {
    summary: 'Discard a draft',
    method: 'DELETE',
    path: '/api/workspaces/{workspace}/drafts/{draft}',
    access: 'operator',
    params: DraftParams,
    answer: null,
    status: 204,
  },
  testAzureConnection: {
    summary: 'Have the gateway try the tenant’s credentials and read its management groups',
    method: 'POST',
    path: '/api/workspaces/{workspace}/onboarding/azure/tests',
    access: 'operator',
    params: WorkspaceParams,
    body: TestRequest,
    answer: ConnectionTest,
    status: 202,
  },
  readAzureConnectionTest: {
    summary: 'How far a connection test is',
    method: 'GET',
    path: '/api/workspaces/{workspace}/onboarding/azure/tests/{job}',
    access: 'operator',
    params: z.object({ workspace: Id, job: JobId }),
    answer: ConnectionTestProgress,
  },
  listManagementGroups: {
    summary: 'Every management group of a tenant; meaningful once its test has succeeded',
    method: 'POST',
    path: '/api/workspaces/{workspace}/onboarding/azure/management-groups',
    access: 'operator',
    params: WorkspaceParams,
    body: z.strictObject({ tenantId: AzureUuid, applicationId: AzureUuid }),
    answer: ManagementGroups,
  },
} as const satisfies Record<string, Endpoint>;
