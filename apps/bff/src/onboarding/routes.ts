/** Onboarding over HTTP: drafts, the connection test, the management groups. */
import type { onboardingEndpoints } from '@console/console-contract';
import type { Routes } from '../http/handler.ts';
import type { OnboardingService } from './service.ts';

export function onboardingRoutes({
  drafts,
  tests,
}: OnboardingService): Routes<keyof typeof onboardingEndpoints> {
  return {
    listDrafts: async ({ params }) => ({ drafts: await drafts.list(params.workspace) }),
    startDraft: ({ params, body, person }) => {
      const { step, values } = body;
      return drafts.start(params.workspace, { step, values }, person.name);
    },
    readDraft: ({ params }) => drafts.read(params.workspace, params.draft),
    saveDraft: ({ params, body, person }) => {
      const { version, step, values } = body;
      const address = { workspaceId: params.workspace, id: params.draft, version };
      return drafts.save(address, { step, values }, person.name);
    },
    discardDraft: async ({ params }) => {
      await drafts.discard(params.workspace, params.draft);
      return undefined;
    },
    testAzureConnection: ({ params, body }) => tests.start(params.workspace, body),
    readAzureConnectionTest: ({ params }) => tests.read(params.workspace, params.job),
    listManagementGroups: ({ params, body }) => tests.listManagementGroups(params.workspace, body),
  };
}
