/** Onboarding over HTTP: drafts, the connection tests, the units to choose from. */
import type { onboardingEndpoints } from '@console/console-contract';
import type { Routes } from '../http/handler.ts';
import { Secret, secretIfGiven } from '../ports/secret.ts';
import type { OnboardingService } from './service.ts';

export function onboardingRoutes({
  drafts,
  tests,
  organization,
}: OnboardingService): Routes<keyof typeof onboardingEndpoints> {
  return {
    listDrafts: async ({ params }) => ({ drafts: await drafts.list(params.workspace) }),
    startDraft: ({ params, body, caller }) => drafts.start(params.workspace, body, caller),
    readDraft: ({ params }) => drafts.read(addressOf(params)),
    saveDraft: ({ params, body, caller }) => {
      return drafts.save(addressOf(params), body, caller.name);
    },
    discardDraft: async ({ params }) => {
      await drafts.discard(addressOf(params));
      return undefined;
    },
    testAzureConnection: ({ params, body }) => {
      const { secretValue, ...tenant } = body;
      return tests.start(params.workspace, { ...tenant, secretValue: new Secret(secretValue) });
    },
    readAzureConnectionTest: ({ params, query }) => tests.read(params.workspace, params.job, query.startedAt),
    listManagementGroups: ({ params, body }) => tests.listManagementGroups(params.workspace, body),
    testAwsConnection: ({ params, body }) => {
      const { externalId, ...connection } = body;
      return organization.test(params.workspace, { ...connection, externalId: secretIfGiven(externalId) });
    },
    listOrganizationalUnits: ({ params, body }) => organization.listUnits(params.workspace, body),
  };
}

function addressOf({ workspace, draft }: { workspace: string; draft: string }) {
  return { workspaceId: workspace, id: draft };
}
