/** Builds the slice: the record of every change, and what carries each of them through. */
import type { Cloud } from '@console/console-contract';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { RecordActivity } from '../ports/activity-log.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorGateway, MeantFor } from '../ports/connector-gateway.ts';
import type { CredentialVault, Destination } from '../ports/credential-vault.ts';
import type { Log } from '../ports/log.ts';
import { createAcknowledge } from './acknowledgements.ts';
import { type BulkSurroundings, composeBulks } from './bulk/compose.ts';
import { createJobEndStore } from './jobs/job-end-store.ts';
import { createJobEnds } from './jobs/job-ends.ts';
import type { Effects, Sources } from './kinds/kind.ts';
import { createChangeOf } from './kinds/kinds.ts';
import { createOperationService } from './service.ts';
import { createProgress } from './settlement/progress.ts';
import { createReconcile } from './settlement/reconciling.ts';
import { createSend } from './settlement/sending.ts';
import { createSweeper, patienceWithin } from './settlement/sweeper.ts';
import { createOperationStore } from './store.ts';

type Deps = Sources & {
  db: NodePgDatabase;
  record: RecordActivity<NodePgDatabase>;
  vault: Pick<CredentialVault, 'fingerprint'>;
  /** Refuses when the workspace points elsewhere than what is to be sent was meant for. */
  gatewayOf: (workspaceId: string, meant: MeantFor | null) => Promise<ConnectorGateway>;
  pointsTo: (workspaceId: string, meant: MeantFor | null) => Promise<boolean>;
  boundTo: (workspaceId: string) => Promise<Destination>;
  assertWorkspace: (workspaceId: string) => Promise<void>;
  /** Whether a user has marked the operation as reviewed. */
  isReviewed: (operationId: string) => Promise<boolean>;
  /** What an error of a job most likely means, in few words; `null` where that is not known. */
  causeOf: (message: string, cloud: Cloud) => string | null;
  effects: Effects;
  /** What changes of many connectors need beside. */
  bulk: BulkSurroundings;
  settleSeconds: number;
  clock: Clock;
  log: Log;
};

export function composeOperations({
  db,
  record,
  vault,
  gatewayOf,
  pointsTo,
  boundTo,
  assertWorkspace,
  isReviewed,
  causeOf,
  readConnector,
  readEditable,
  credentialsOf,
  effects,
  bulk,
  settleSeconds,
  clock,
  log,
}: Deps) {
  const store = createOperationStore(db, { record, patience: patienceWithin(settleSeconds), log });
  const changeOf = createChangeOf(readEditable);
  const { markSent, markAccepted } = store;
  const send = createSend({ changeOf, gatewayOf, markSent, markAccepted, clock });
  const reconcile = createReconcile({ store, changeOf, gatewayOf, pointsTo });
  const progress = createProgress({ store, send, reconcile, effects, log });
  const service = createOperationService({
    store,
    progress,
    vault,
    readConnector,
    readEditable,
    credentialsOf,
    boundTo,
    clock,
  });
  const operations = { store, progress, changeOf, service };
  const acknowledge = createAcknowledge({ db, record, read: service.read, isReviewed });
  return {
    service,
    acknowledge,
    bulks: composeBulks({ db, record, operations, assertWorkspace, boundTo, pointsTo, clock, log, ...bulk }),
    sweeper: createSweeper({ store, progress, settleSeconds, clock, log }),
    jobEnds: createJobEnds({ store: createJobEndStore(db), causeOf, clock, log }),
  };
}
