/** Builds what carries out changes of many connectors, on top of what carries out the change of one. */
import type { Cloud, ConnectorSummary } from '@console/console-contract';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Clock } from '../../ports/clock.ts';
import type { ConnectorGateway, MeantFor } from '../../ports/connector-gateway.ts';
import type { Log } from '../../ports/log.ts';
import type { ChangeOf } from '../kinds/kinds.ts';
import type { Recording } from '../rows.ts';
import type { OperationService } from '../service.ts';
import type { Progress } from '../settlement/progress.ts';
import { createSend } from '../settlement/sending.ts';
import type { OperationStore } from '../store.ts';
import { createArrayCall } from './array-call.ts';
import { createBulkRunner } from './bulk-runner.ts';
import { createBulkStore } from './bulk-store.ts';
import { createItemStore } from './item-store.ts';
import { createOneByOne } from './one-by-one.ts';
import { createBulkService } from './service.ts';
import type { StartDeps } from './starting.ts';

/** What bulks need of the other slices. */
export type BulkSurroundings = {
  backgroundGatewayOf: (workspaceId: string, meant: MeantFor | null) => Promise<ConnectorGateway>;
  connectorsOf: (workspaceId: string) => Promise<ConnectorSummary[]>;
  summaryOf: (workspaceId: string, cloud: Cloud, id: string) => Promise<ConnectorSummary | null>;
  /** Brings the snapshot of Azure connectors in line with what a list has just shown. */
  saveEnabled: (workspaceId: string, ids: readonly string[], enabled: boolean) => Promise<void>;
};

type Deps = BulkSurroundings & {
  db: NodePgDatabase;
  record: Recording['record'];
  clock: Clock;
  log: Log;
  operations: { store: OperationStore; progress: Progress; changeOf: ChangeOf; service: OperationService };
} & Pick<StartDeps, 'assertWorkspace' | 'boundTo' | 'pointsTo'>;

export function composeBulks(deps: Deps) {
  const { db, record, operations, backgroundGatewayOf, clock, log, saveEnabled } = deps;
  const { store: singles, progress, changeOf } = operations;
  const store = createBulkStore(db, { record });
  const items = createItemStore(db, singles);
  const send = createSend({
    changeOf,
    gatewayOf: backgroundGatewayOf,
    markSent: items.markSent,
    markAccepted: singles.markAccepted,
    clock,
  });
  const oneByOne = createOneByOne({
    items,
    progress,
    send,
    summaryOf: (workspaceId, { cloud, connectorId }) => deps.summaryOf(workspaceId, cloud, connectorId ?? ''),
  });
  const arrayCall = createArrayCall({
    items,
    store: singles,
    progress,
    oneByOne,
    backgroundGatewayOf,
    saveEnabled,
    clock,
  });
  const runner = createBulkRunner({ store, items, arrayCall, oneByOne, clock, log });
  return {
    service: createBulkService({
      ...deps,
      wake: runner.wake,
      store,
      singles: operations.service,
      listOpen: operations.service.listOpen,
    }),
    /** How far each of these bulks is. */
    progressOf: store.counts,
    runner,
  };
}
