/** A workspace is one subscription of the vendor: a platform, a client id and a secret that can only be written. */
import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { BareProblem } from './problem.ts';
import { Id, Line, SecretInput, Timestamp, WorkspaceParams } from './values.ts';

/** The vendor's platforms by their short name; `custom` for a private platform. */
export const PlatformId = z.enum([
  'US1',
  'US2',
  'US3',
  'US4',
  'GOV1',
  'EU1',
  'EU2',
  'EU3',
  'IN1',
  'CA1',
  'AE1',
  'UK1',
  'AU1',
  'KSA1',
  'custom',
]);
export type PlatformId = z.output<typeof PlatformId>;

export const Platform = z.object({ id: PlatformId, apiServerUrl: z.string(), gatewayUrl: z.string() });
export type Platform = z.output<typeof Platform>;

/** The path of the token call: the vendor's pages name both. */
export const AuthPath = z.enum(['/auth/oidc', '/auth/oauth']);
export type AuthPath = z.output<typeof AuthPath>;

/** What a workspace uses unless it is told otherwise. */
export const usualAuthPath: AuthPath = '/auth/oidc';

/** What may be said of a stored secret: that it is there, since when, and a fingerprint that is no part of it. */
export const SecretState = z.object({
  configured: z.boolean(),
  updatedAt: z.nullable(Timestamp),
  updatedBy: z.nullable(z.string()),
  fingerprint: z.nullable(z.string()),
});

export const VerificationStep = z.object({
  name: z.enum(['token', 'azure', 'aws']),
  outcome: z.enum(['ok', 'failed', 'skipped']),
  milliseconds: z.number(),
  /** How many connectors the first page named, for the two list steps. */
  connectors: z.nullable(z.number()),
  problem: z.nullable(BareProblem),
});

export const Verification = z.object({ at: Timestamp, ok: z.boolean(), steps: z.array(VerificationStep) });
export type Verification = z.output<typeof Verification>;

export const Workspace = z.object({
  id: Id,
  name: z.string(),
  platform: PlatformId,
  apiServerUrl: z.string(),
  gatewayUrl: z.string(),
  authPath: AuthPath,
  clientId: z.string(),
  secret: SecretState,
  verification: z.nullable(Verification),
  demo: z.boolean(),
  createdAt: Timestamp,
});
export type Workspace = z.output<typeof Workspace>;

const ClientId = z.string().check(z.regex(/^[\t-\r ]*[\x21-\x7e]+[\t-\r ]*$/), z.trim(), z.maxLength(200));
const BaseUrl = z.string().check(z.trim(), z.maxLength(300));

export const NewWorkspace = z.strictObject({
  name: Line(80),
  platform: PlatformId,
  /** Both only with `custom`; a host must be a known platform's or one the operator of the console allowed. */
  apiServerUrl: z.optional(BaseUrl),
  gatewayUrl: z.optional(BaseUrl),
  authPath: z._default(AuthPath, usualAuthPath),
  clientId: ClientId,
  clientSecret: SecretInput,
});
export type NewWorkspace = z.input<typeof NewWorkspace>;

/** Fields left out stay as they are. Another host or client id asks for the secret again (`secret-needed`). */
export const WorkspaceChange = z.strictObject({
  name: z.optional(Line(80)),
  platform: z.optional(PlatformId),
  apiServerUrl: z.optional(BaseUrl),
  gatewayUrl: z.optional(BaseUrl),
  authPath: z.optional(AuthPath),
  clientId: z.optional(ClientId),
  clientSecret: z.optional(SecretInput),
});
export type WorkspaceChange = z.input<typeof WorkspaceChange>;

/** Whose snapshots the vendor's scanner reads and through which connector, and the scanner's image in each region. */
export const ScannerRegistration = z.object({
  accounts: z.array(z.object({ accountId: z.string(), connectorId: z.nullable(z.string()) })),
  images: z.array(z.object({ region: z.string(), image: z.string() })),
  asOf: Timestamp,
});
export type ScannerRegistration = z.output<typeof ScannerRegistration>;

export const workspaceEndpoints = {
  listPlatforms: {
    summary: 'The known platforms with their two addresses',
    method: 'GET',
    path: '/api/platforms',
    access: 'workspaces.read',
    answer: z.object({ platforms: z.array(Platform) }),
  },
  listWorkspaces: {
    summary: 'Every workspace',
    method: 'GET',
    path: '/api/workspaces',
    access: 'workspaces.read',
    answer: z.object({ workspaces: z.array(Workspace) }),
  },
  createWorkspace: {
    summary: 'Connect a workspace',
    method: 'POST',
    path: '/api/workspaces',
    access: 'workspaces.change',
    body: NewWorkspace,
    answer: Workspace,
    status: 201,
  },
  readWorkspace: {
    summary: 'One workspace',
    method: 'GET',
    path: '/api/workspaces/{workspace}',
    access: 'workspaces.read',
    params: WorkspaceParams,
    answer: Workspace,
  },
  changeWorkspace: {
    summary: 'Change a workspace or replace its secret',
    method: 'PATCH',
    path: '/api/workspaces/{workspace}',
    access: 'workspaces.change',
    params: WorkspaceParams,
    body: WorkspaceChange,
    answer: Workspace,
  },
  verifyWorkspace: {
    summary: 'Mint a token and list one page of each cloud',
    method: 'POST',
    path: '/api/workspaces/{workspace}/verify',
    access: 'workspaces.verify',
    params: WorkspaceParams,
    answer: Verification,
  },
  readScannerRegistration: {
    summary: 'The snapshot scanner’s accounts and its image in each region, read from the vendor now',
    method: 'GET',
    path: '/api/workspaces/{workspace}/snapshot-scanner',
    access: 'workspaces.read',
    params: WorkspaceParams,
    answer: ScannerRegistration,
  },
} as const satisfies Record<string, Endpoint>;
