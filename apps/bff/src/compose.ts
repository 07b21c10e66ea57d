/** Builds every slice from the ports and joins them: here, and only here, one noun is given what it needs of another. */

import { accountRoutes } from './account/routes.ts';
import { createAccountService } from './account/service.ts';
import { createAccountStore } from './account/store.ts';
import { createActivityReader } from './activity/reader-store.ts';
import { activityTooOld } from './activity/retention-store.ts';
import { activityRoutes } from './activity/routes.ts';
import { createActivityService } from './activity/service.ts';
import { recordActivity } from './activity/store.ts';
import type { Composition, ConsoleParts } from './composition.ts';
import { composeConnectors } from './connectors/compose.ts';
import { connectorRoutes } from './connectors/routes.ts';
import { causeTitleOf, likelyCauseOf, likelyCauseOfTest } from './job-errors/likely-cause.ts';
import { jobErrorRoutes } from './job-errors/routes.ts';
import { createJobErrorService } from './job-errors/service.ts';
import { memberRoutes } from './members/routes.ts';
import { createMemberService } from './members/service.ts';
import { createSeenMembers } from './members/store.ts';
import { draftsTooOld } from './onboarding/retention-store.ts';
import { onboardingRoutes } from './onboarding/routes.ts';
import { createOnboardingService } from './onboarding/service.ts';
import { createDraftStore } from './onboarding/store.ts';
import { createTreeStore } from './onboarding/tree-store.ts';
import { composeOperations } from './operations/compose.ts';
import { operationsTooOld } from './operations/retention-store.ts';
import { changeRoutes, operationRoutes } from './operations/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { createPeopleService } from './people/service.ts';
import { createPeopleStore } from './people/store.ts';
import type { ActivityEntry } from './ports/activity-log.ts';
import { createRetention } from './retention/retention.ts';
import { createAttemptLimits } from './session/attempt-limits.ts';
import { createFailureStore, failuresTooOld } from './session/failure-store.ts';
import { createLiveViews } from './session/live.ts';
import { sessionRoutes } from './session/routes.ts';
import { createSessionService, sessionLimits } from './session/service.ts';
import { createSessionStore } from './session/store.ts';
import { composeWorkspaces } from './workspaces/compose.ts';
import { workspaceRoutes } from './workspaces/routes.ts';

export function compose(parts: ConsoleParts): Composition {
  const { people, session, account } = composePeople(parts);
  const { callerOfSession } = session;
  const live = createLiveViews({
    feed: parts.feed,
    callerOfSession,
    moment: parts.moment,
    clock: parts.clock,
  });
  const stores = composeStores(parts);
  const { workspaces, connectors, operations } = composeSlices(parts, stores);
  const { gatewayOf, assertExists } = workspaces.service;
  const reading = { gatewayOf, clock: parts.clock };
  const onboarding = createOnboardingService({
    ...reading,
    store: stores.drafts,
    assertWorkspace: assertExists,
    explain: likelyCauseOfTest,
    keptExternalId: connectors.editing.keptExternalId,
    keepTree: stores.trees.save,
  });

  const activity = createActivityService({
    store: stores.activity,
    assertWorkspace: assertExists,
    progressOf: operations.bulks.progressOf,
    unitsOf: stores.trees.unitsOf,
  });

  return {
    routes: {
      ...peopleRoutes(people, session.start),
      ...sessionRoutes(session, live),
      ...accountRoutes(account),
      ...workspaceRoutes(workspaces.service),
      ...connectorRoutes(connectors.service, connectors.editing, {
        explain: likelyCauseOf,
        summaryOf: connectors.summaryOf,
      }),
      ...changeRoutes(operations.service),
      ...onboardingRoutes(onboarding),
      ...memberRoutes(
        createMemberService({ ...reading, seen: stores.members, storedOf: connectors.storedOf }),
      ),
      ...jobErrorRoutes(createJobErrorService({ ...reading, ...readingOf(connectors.service) })),
      ...activityRoutes(activity, parts.clock),
      ...operationRoutes(operations.bulks.service, {
        listOpen: operations.service.listOpen,
        acknowledge: operations.acknowledge,
      }),
    },
    callerOfSession,
    openSetup: people.openSetup,
    createFirstAdministrator: people.createFromEnvironment,
    ensureDemoWorkspace: workspaces.ensureDemo,
    endLiveViews: live.close,
    ...backgroundWork(parts, { connectors, operations }),
  };
}

/** A connector as it is now, and as the gateway told of it a moment ago. */
function readingOf({ read, watch }: ReturnType<typeof composeSlices>['connectors']['service']) {
  return { readConnector: read, knownConnector: watch };
}

/** What goes on beside the calls, from the start to the stop. */
function backgroundWork(
  { db, clock, log, settings }: ConsoleParts,
  { connectors, operations }: Pick<ReturnType<typeof composeSlices>, 'connectors' | 'operations'>,
): Pick<Composition, 'start' | 'stop'> {
  const { activityDays, operationDays, draftDays } = settings.retention;
  const removals = {
    'sign-in failures': failuresTooOld(db),
    drafts: draftsTooOld(db, draftDays),
    ...operationsTooOld(db, operationDays),
    activity: activityTooOld(db, activityDays),
    ...connectors.removals,
  };
  const retention = createRetention({ removals, clock, log });
  return {
    async start() {
      await operations.sweeper.start();
      await operations.bulks.runner.start();
      await operations.jobEnds.start();
      await connectors.start();
      void retention.start();
    },
    async stop() {
      await Promise.all([
        connectors.stop(),
        retention.stop(),
        operations.jobEnds.stop(),
        operations.bulks.runner.stop().then(operations.sweeper.stop),
      ]);
    },
  };
}

type Stores = ReturnType<typeof composeStores>;

/** What more than one slice reads or writes. */
function composeStores({ db, vault }: ConsoleParts) {
  return {
    trees: createTreeStore(db),
    drafts: createDraftStore(db, vault),
    members: createSeenMembers(db),
    activity: createActivityReader(db),
  };
}

/** The slices that know each other: a change of a workspace refreshes its snapshot, an operation lists what it created. */
function composeSlices(parts: ConsoleParts, stores: Stores) {
  const { db, vault, gateways, clock, moment, log, settings } = parts;
  const everywhere = { db, vault, clock, log };
  const workspaces = composeWorkspaces({
    ...everywhere,
    record: recordActivity,
    gateways,
    gatewayHosts: settings.gatewayHosts,
    onScannerRead: stores.members.saveAccounts,
    onConnected: (workspaceId) => connectors.collector.soon(workspaceId),
    async onMoved(id) {
      await operations.bulks.service.giveUpAll(id);
      for (const { clear } of [connectors.service, stores.trees, stores.members]) await clear(id);
    },
  });
  const { gatewayOf, backgroundGatewayOf, assertExists, boundTo, pointsTo } = workspaces.service;
  const connectors = composeConnectors({
    ...everywhere,
    gatewayOf,
    backgroundGatewayOf,
    budgetOf: workspaces.budgetOf,
    listWorkspaceIds: workspaces.listIds,
    everySeconds: settings.refreshSeconds,
    moment,
    boundTo,
    unitsOf: stores.trees.unitsOf,
    causeOf: causeTitleOf,
  });
  const { saveCreated, saveEdited, saveSeen, markDeleted, forget, follow, editing, secrets } = connectors;
  const { connectorsOf, summaryOf, saveEnabled } = connectors;
  const operations = composeOperations({
    ...everywhere,
    record: recordActivity,
    gatewayOf,
    pointsTo,
    boundTo,
    assertWorkspace: assertExists,
    isReviewed: async (id) => (await stores.activity.stepsOf([id])).some(({ state }) => state === 'reviewed'),
    causeOf: causeTitleOf,
    readConnector: connectors.service.read,
    readEditable: editing,
    credentialsOf: secrets.find,
    effects: {
      saveCreated,
      saveEdited,
      saveSeen,
      saveCredentials: secrets.save,
      forgetCredentials: secrets.remove,
      markDeleted: (...address) => markDeleted(...address).then(() => stores.members.forget(...address)),
      forget,
      follow,
      discardDraft: (workspaceId, id) => stores.drafts.remove({ workspaceId, id }),
      seeMembers: stores.members.save,
    },
    bulk: { backgroundGatewayOf, connectorsOf, summaryOf, saveEnabled },
    settleSeconds: settings.settleSeconds,
  });
  return { workspaces, connectors, operations };
}

function composePeople({ db, hasher, clock }: ConsoleParts) {
  const record = (entry: Omit<ActivityEntry, 'workspaceId' | 'requestId'>) =>
    recordActivity(db, { ...entry, workspaceId: null, requestId: null });
  const attempts = createAttemptLimits(createFailureStore(db));
  return {
    people: createPeopleService({ store: createPeopleStore(db), hasher, record }),
    session: createSessionService({
      store: createSessionStore(db, sessionLimits),
      attempts,
      hasher,
      record,
      clock,
    }),
    account: createAccountService({
      store: createAccountStore(db, { record: recordActivity, idleSeconds: sessionLimits.idleSeconds }),
      attempts,
      hasher,
      record: (entry) => recordActivity(db, entry),
    }),
  };
}
