/** Onboarding: drafts that wait to be finished, and what the wizard asks the gateway on the way. */
import type { Cloud } from '@console/console-contract';
import { type ConnectionTests, createConnectionTests } from './connection-test.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createOrganizationConnection, type OrganizationConnection } from './organization-connection.ts';
import type { DraftStore } from './store.ts';

export type OnboardingService = {
  drafts: Drafts;
  tests: ConnectionTests;
  organization: OrganizationConnection;
};

type Deps = Omit<Parameters<typeof createConnectionTests>[0], 'explain'> & {
  /** What a message of the cloud most likely means, and what to do about it. */
  explain: (message: string, cloud: Cloud) => { title: string; steps: string[] } | null;
  store: DraftStore;
  assertWorkspace: (workspaceId: string) => Promise<void>;
} & Pick<Parameters<typeof createOrganizationConnection>[0], 'keptExternalId' | 'keepTree'>;

export function createOnboardingService({
  store,
  assertWorkspace,
  gatewayOf,
  explain,
  keptExternalId,
  keepTree,
  clock,
}: Deps): OnboardingService {
  return {
    drafts: createDrafts(store, assertWorkspace),
    tests: createConnectionTests({ gatewayOf, clock, explain: (message) => explain(message, 'azure') }),
    organization: createOrganizationConnection({
      gatewayOf,
      clock,
      explain: (message) => explain(message, 'aws'),
      keptExternalId,
      keepTree,
    }),
  };
}
