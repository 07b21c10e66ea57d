/** Builds every slice from the ports and joins them: here, and only here, one noun is given what it needs of another. */
import { recordActivity } from './activity/store.ts';
import type { Composition, ConsoleParts } from './composition.ts';
import { composeConnectors } from './connectors/compose.ts';
import { connectorRoutes } from './connectors/routes.ts';
import { likelyCauseOf } from './job-errors/likely-cause.ts';
import { jobErrorRoutes } from './job-errors/routes.ts';
import { createJobErrorService } from './job-errors/service.ts';
import { memberRoutes } from './members/routes.ts';
import { createMemberService } from './members/service.ts';
import { onboardingRoutes } from './onboarding/routes.ts';
import { createOnboardingService } from './onboarding/service.ts';
import { createDraftStore } from './onboarding/store.ts';
import { composeOperations } from './operations/compose.ts';
import { changeRoutes, operationRoutes } from './operations/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { createPeopleService } from './people/service.ts';
import { createPeopleStore } from './people/store.ts';
import { Refusal } from './ports/refusal.ts';
import { sessionRoutes } from './session/routes.ts';
import { createSessionService, sessionLimits } from './session/service.ts';
import { createSessionStore } from './session/store.ts';
import { ensureDemo } from './workspaces/demo.ts';
import { workspaceRoutes } from './workspaces/routes.ts';
import { createWorkspaceService } from './workspaces/service.ts';
import { createWorkspaceStore } from './workspaces/store.ts';

export function compose(parts: ConsoleParts): Composition {
  const { db, vault, gateways, log, settings } = parts;
  const { people, session } = composePeople(parts);

  const workspaceStore = createWorkspaceStore(db, recordActivity);
  const allowed = { extra: settings.gatewayHosts };
  const workspaces = createWorkspaceService({
    store: workspaceStore,
    vault,
    gateways,
    allowed,
    onConnected: (workspaceId) => connectors.collector.soon(workspaceId),
  });
  const { gatewayOf, assertExists: assertWorkspace } = workspaces;
  gateways.onBudget((workspaceId, budget) => {
    workspaceStore.saveBudget(workspaceId, budget).catch(() => {
      log.warn({ workspaceId }, 'The call budget could not be kept');
    });
  });

  const connectors = composeConnectors({
    db,
    gatewayOf,
    budgetOf: workspaceStore.findBudget,
    listWorkspaceIds: async () => (await workspaceStore.list()).map(({ id }) => id),
    everySeconds: settings.refreshSeconds,
    log,
  });
  const drafts = createDraftStore(db);
  const onboarding = createOnboardingService({
    store: drafts,
    assertWorkspace,
    gatewayOf,
    explain: (message) => likelyCauseOf(message, 'azure'),
  });
  const { service, forget, remember } = connectors;
  const operations = composeOperations({
    db,
    record: recordActivity,
    vault,
    gatewayOf,
    assertWorkspace,
    readConnector: service.read,
    effects: { remember, forget, discardDraft: drafts.remove },
    settleSeconds: settings.settleSeconds,
    log,
  });

  return {
    routes: {
      ...peopleRoutes(people, session.start),
      ...sessionRoutes(session),
      ...workspaceRoutes(workspaces),
      ...connectorRoutes(service, changeRoutes(operations.service)),
      ...onboardingRoutes(onboarding),
      ...memberRoutes(createMemberService(gatewayOf)),
      ...jobErrorRoutes(createJobErrorService(gatewayOf)),
      ...operationRoutes(operations.service),
    },
    personOf: session.personOf,
    openSetup: people.openSetup,
    createFirstAdministrator: people.createFromEnvironment,
    async ensureDemoWorkspace(demo) {
      try {
        connectors.collector.soon(await ensureDemo(demo, { store: workspaceStore, vault, allowed }));
      } catch (error) {
        // Somebody's own workspace has the name: the demo gives way.
        if (!(error instanceof Refusal)) throw error;
        log.warn({ code: error.code }, 'The demo workspace could not be connected');
      }
    },
    async start() {
      await operations.sweeper.start();
      await connectors.collector.start();
    },
    async stop() {
      connectors.collector.stop();
      await Promise.all([connectors.drain(), operations.sweeper.stop()]);
    },
  };
}

function composePeople({ db, hasher }: ConsoleParts) {
  type Entry = {
    action: string;
    actor: string;
    personId: string | null;
    subject: string;
    facts?: Record<string, string>;
  };
  const record = (entry: Entry) => recordActivity(db, { ...entry, workspaceId: null, requestId: null });
  return {
    people: createPeopleService({ store: createPeopleStore(db), hasher, record }),
    session: createSessionService({ store: createSessionStore(db, sessionLimits), hasher, record }),
  };
}
