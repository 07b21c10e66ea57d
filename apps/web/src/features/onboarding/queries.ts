/** What the onboarding pages read. Calls that carry the secret are no queries or mutations: no cache may hold it. */
import {
  type Cloud,
  type ConnectorState,
  connectorEndpoints,
  onboardingEndpoints,
} from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/console/console-client.ts';
import { type FailureCode, problemOf } from '../../shared/console/console-problem.ts';
import { type DraftServer, outlivesPage } from './drafts/draft-keeper.ts';

export const onboardingQueries = {
  drafts: (workspace: string) =>
    queryOptions({
      queryKey: ['drafts', workspace],
      queryFn: ({ signal }) => call(onboardingEndpoints.listDrafts, { params: { workspace }, signal }),
      staleTime: 0,
    }),
  /** Read once as the wizard opens; afterwards the wizard itself is the newest. */
  draft: (workspace: string, draft: string) =>
    queryOptions({
      queryKey: ['onboarding', 'draft', workspace, draft],
      queryFn: ({ signal }) => call(onboardingEndpoints.readDraft, { params: { workspace, draft }, signal }),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  test: (workspace: string, job: string, startedAt: string | undefined) =>
    queryOptions({
      queryKey: ['onboarding', 'test', workspace, job],
      queryFn: ({ signal }) =>
        call(onboardingEndpoints.readAzureConnectionTest, {
          params: { workspace, job },
          query: { startedAt },
          signal,
        }),
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchInterval: ({ state }) => {
        const settled = state.data !== undefined && state.data.state !== 'running';
        return settled || isFinal(state.error) ? false : testPauseOf(state.dataUpdateCount);
      },
    }),
  /** `job` is the test after which they are read: each test makes the gateway read them anew. */
  groups: (workspace: string, tenant: { tenantId: string; applicationId: string }, job: string | null) =>
    queryOptions({
      queryKey: ['onboarding', 'groups', workspace, tenant.tenantId, tenant.applicationId, job],
      queryFn: ({ signal }) =>
        call(onboardingEndpoints.listManagementGroups, { params: { workspace }, body: tenant, signal }),
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    }),
  /** `testedAt` is the test after which they are read: before one, the gateway answers an empty list. */
  units: (workspace: string, asked: { connectorName: string; rootId: string }, testedAt: number) =>
    queryOptions({
      queryKey: ['onboarding', 'units', workspace, asked.connectorName, asked.rootId, testedAt],
      queryFn: ({ signal }) =>
        call(onboardingEndpoints.listOrganizationalUnits, { params: { workspace }, body: asked, signal }),
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
    }),
  /** A scope as the connector's own page shows it, with what the console knows its units to be called. */
  awsScope: (workspace: string, id: string) =>
    queryOptions({
      queryKey: ['connectors', workspace, 'aws', id, 'scope'],
      queryFn: ({ signal }) =>
        call(connectorEndpoints.readScope, { params: { workspace, cloud: 'aws', id }, signal }),
    }),
  /** The first run of a connector just created: followed while the gateway works on it. */
  firstRun: (workspace: string, { cloud, id }: { cloud: Cloud; id: string }) =>
    queryOptions({
      queryKey: ['connectors', 'first-run', workspace, cloud, id],
      queryFn: ({ signal }) =>
        call(connectorEndpoints.readConnector, {
          params: { workspace, cloud, id },
          query: { watching: '1' },
          signal,
        }),
      staleTime: 0,
      refetchInterval: ({ state }) =>
        state.data !== undefined && ENDED.includes(state.data.connector.state) ? false : 3_000,
    }),
};

/** States in which a first run is over; a word of the gateway that the console does not know is none of them. */
const ENDED: readonly ConnectorState[] = ['succeeded', 'errors'];

/** Every question costs one of the subscription's calls, so the pauses grow: 2 s at first, 5 s after half a minute. */
function testPauseOf(answers: number): number {
  return answers < 15 ? 2_000 : 5_000;
}

/** A refusal that asking again does not change, unlike a console or gateway that is away or busy for a while. */
export function isFinal(error: Error | null): boolean {
  if (error === null) return false;
  return !PASSING.includes(problemOf(error).code);
}

const PASSING: readonly FailureCode[] = [
  'offline',
  'unavailable',
  'slow-down',
  'gateway-unavailable',
  'gateway-timeout',
  'gateway-rate-limited',
];

export function draftServerOf(workspace: string): DraftServer {
  return {
    start: (content) =>
      call(onboardingEndpoints.startDraft, {
        params: { workspace },
        body: content,
        keepalive: outlivesPage(content),
      }),
    save: (draft, base, content) =>
      call(onboardingEndpoints.saveDraft, {
        params: { workspace, draft },
        body: { ...base, content },
        keepalive: outlivesPage(content),
      }),
    read: (draft) => call(onboardingEndpoints.readDraft, { params: { workspace, draft } }),
  };
}
