/** Builds the slice: the record of every change, and what carries each of them through. */
import type { Cloud, ConnectorReading } from '@console/console-contract';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { RecordActivity } from '../ports/activity-log.ts';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import type { CredentialVault } from '../ports/credential-vault.ts';
import type { Log } from '../ports/log.ts';
import { createProgress, type Effects } from './progress.ts';
import { createReconcile } from './reconciling.ts';
import { createSend } from './sending.ts';
import { createOperationService } from './service.ts';
import { createOperationStore } from './store.ts';
import { createSweeper, patienceWithin } from './sweeper.ts';

type Deps = {
  db: NodePgDatabase;
  record: RecordActivity<NodePgDatabase>;
  vault: Pick<CredentialVault, 'fingerprint'>;
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  assertWorkspace: (workspaceId: string) => Promise<void>;
  readConnector: (workspaceId: string, cloud: Cloud, id: string) => Promise<ConnectorReading>;
  effects: Effects;
  settleSeconds: number;
  log: Log;
};

export function composeOperations({
  db,
  record,
  vault,
  gatewayOf,
  assertWorkspace,
  readConnector,
  effects,
  settleSeconds,
  log,
}: Deps) {
  const store = createOperationStore(db, { record, patience: patienceWithin(settleSeconds) });
  const send = createSend({ gatewayOf, markSent: store.markSent, markAccepted: store.markAccepted });
  const reconcile = createReconcile({ store, gatewayOf });
  const progress = createProgress({ store, send, reconcile, effects, log });
  return {
    service: createOperationService({ store, progress, vault, readConnector, assertWorkspace }),
    sweeper: createSweeper({ store, progress, settleSeconds, log }),
  };
}
