/** Onboarding: drafts that wait to be finished, and what the wizard asks the gateway on the way. */
import { type ConnectionTests, createConnectionTests } from './connection-test.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import type { DraftStore } from './store.ts';

export type OnboardingService = { drafts: Drafts; tests: ConnectionTests };

type Deps = Parameters<typeof createConnectionTests>[0] & {
  store: DraftStore;
  assertWorkspace: (workspaceId: string) => Promise<void>;
};

export function createOnboardingService({
  store,
  assertWorkspace,
  gatewayOf,
  explain,
}: Deps): OnboardingService {
  return {
    drafts: createDrafts(store, assertWorkspace),
    tests: createConnectionTests({ gatewayOf, explain }),
  };
}
