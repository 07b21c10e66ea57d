/** Bulks as people meet them: see what one would do, start it, follow it, steer it, and retry what failed. */
import { createHash, randomUUID } from 'node:crypto';
import type {
  BulkChoice,
  BulkItem,
  BulkKind,
  BulkPreview,
  ConnectorSummary,
  NewBulk,
  Operation,
} from '@console/console-contract';
import type { Jobs } from '../../ports/jobs.ts';
import { Refusal } from '../../ports/refusal.ts';
import type { Asker } from '../requests.ts';
import type { NewOperation, OperationRow } from '../rows.ts';
import { keyInUse, type OperationService } from '../service.ts';
import type { BulkStore, Steering } from './bulk-store.ts';
import { bulkJob } from './carrier.ts';
import type { ItemStore } from './item-store.ts';
import { type Chosen, type Plan, planOf, requestOf } from './planning.ts';
import { shownBulk, shownItem } from './shown.ts';

type Deps = {
  store: BulkStore;
  items: Pick<ItemStore, 'busy'>;
  singles: Pick<OperationService, 'list' | 'read'>;
  /** The whole snapshot of a workspace. */
  connectorsOf: (workspaceId: string) => Promise<ConnectorSummary[]>;
  /** Refuses as `not-found`. */
  assertWorkspace: (workspaceId: string) => Promise<void>;
  jobs: Pick<Jobs, 'ask'>;
};

type Address = { workspaceId: string; id: string };
type Wish = { kind: BulkKind; connectors: readonly Chosen[]; idempotencyKey: string; requestDigest: string };

export type BulkService = ReturnType<typeof createBulkService>;

const newest = 200;

export function createBulkService(deps: Deps) {
  const { store, items, singles, connectorsOf, assertWorkspace, jobs } = deps;
  return { preview, start, retry, list, read, listItems, pause, resume, cancel };

  async function preview(workspaceId: string, { kind, connectors }: BulkChoice): Promise<BulkPreview> {
    await assertWorkspace(workspaceId);
    const { will, skipped } = await plan(workspaceId, kind, connectors);
    return { will: will.length, skipped };
  }

  async function start(workspaceId: string, wish: NewBulk, asker: Asker): Promise<Operation> {
    const { idempotencyKey, kind, connectors, confirmation } = wish;
    const requestDigest = digestOf({ workspaceId, kind, connectors, confirmation });
    if (kind === 'delete-connectors' && confirmation !== connectors.length) {
      throw unconfirmed(connectors.length);
    }
    return begin(workspaceId, { kind, connectors, idempotencyKey, requestDigest }, asker);
  }

  /** Those that surely were not done; what nobody can tell is left to a person. */
  async function retry(address: Address, idempotencyKey: string, asker: Asker): Promise<Operation> {
    const { id, kind } = await find(address);
    const failed = (await store.itemsOf(id)).filter(({ state }) => state === 'failed' || state === 'absent');
    const connectors = failed.map(({ cloud, connectorId }) => ({ cloud, id: connectorId ?? '' }));
    const requestDigest = digestOf({ retried: id });
    return begin(address.workspaceId, { kind, connectors, idempotencyKey, requestDigest }, asker);
  }

  /** The same key and the same request give the same operation, however often they come. */
  async function begin(workspaceId: string, wish: Wish, asker: Asker): Promise<Operation> {
    await assertWorkspace(workspaceId);
    const earlier = await answered(wish, asker);
    if (earlier !== null) return earlier;
    const { kind, idempotencyKey, requestDigest } = wish;
    const { will } = await plan(workspaceId, kind, wish.connectors);
    if (will.length === 0) throw nothingToDo();
    const by = { personId: asker.person.id, requestedBy: asker.person.name, requestId: asker.requestId };
    const bulk = { id: randomUUID(), workspaceId, kind, total: will.length, ...by };
    const row = await store.begin(
      { ...bulk, idempotencyKey, requestDigest },
      will.map((connector) => itemOf(kind, connector, { workspaceId, ...by })),
    );
    if (row !== null) await jobs.ask(bulkJob, row.id);
    return row === null ? ((await answered(wish, asker)) ?? read({ workspaceId, id: bulk.id })) : read(row);
  }

  /** `null` when the key is new. */
  async function answered(
    { idempotencyKey, requestDigest }: Wish,
    { person }: Asker,
  ): Promise<Operation | null> {
    const earlier = await store.findByKey(person.id, idempotencyKey);
    if (earlier === null) return null;
    if (earlier.requestDigest !== requestDigest) throw keyInUse();
    return read(earlier);
  }

  async function plan(workspaceId: string, kind: BulkKind, chosen: readonly Chosen[]): Promise<Plan> {
    const [connectors, busy] = await Promise.all([connectorsOf(workspaceId), items.busy(workspaceId)]);
    return planOf(kind, chosen, { connectors, busy });
  }

  /** Single changes and bulks, newest first; the items of a bulk are listed with it. */
  async function list(workspaceId: string): Promise<Operation[]> {
    const [operations, bulks] = await Promise.all([singles.list(workspaceId), store.list(workspaceId)]);
    const counts = await store.counts(bulks.map(({ id }) => id));
    return [...operations, ...bulks.map((bulk) => shownBulk(bulk, counts.get(bulk.id)))]
      .sort((one, other) => (one.requestedAt < other.requestedAt ? 1 : -1))
      .slice(0, newest);
  }

  async function read({ workspaceId, id }: Address): Promise<Operation> {
    const bulk = await store.find(workspaceId, id);
    if (bulk === null) return singles.read(workspaceId, id);
    return shownBulk(bulk, (await store.counts([id])).get(id));
  }

  async function listItems(address: Address): Promise<BulkItem[]> {
    const { id } = await find(address);
    return (await store.itemsOf(id)).map(shownItem);
  }

  function pause(address: Address, asker: Asker): Promise<Operation> {
    return steer(address, { state: 'paused' }, asker);
  }

  async function resume(address: Address, asker: Asker): Promise<Operation> {
    const resumed = await steer(address, { state: 'running' }, asker);
    await jobs.ask(bulkJob, address.id);
    return resumed;
  }

  function cancel(address: Address, asker: Asker): Promise<Operation> {
    return steer(address, { state: 'cancelled' }, asker);
  }

  async function steer(address: Address, to: Steering, { person, requestId }: Asker): Promise<Operation> {
    const { state, id } = await find(address);
    const by = { personId: person.id, name: person.name, requestId };
    // Asking twice for the same is no mistake.
    if (state !== to.state && !(await store.steer(id, to, by))) throw otherState();
    return read(address);
  }

  async function find({ workspaceId, id }: Address) {
    const bulk = await store.find(workspaceId, id);
    if (bulk !== null) return bulk;
    await singles.read(workspaceId, id);
    throw notMany();
  }
}

type Asked = Pick<OperationRow, 'workspaceId' | 'personId' | 'requestedBy' | 'requestId'>;

function itemOf(kind: BulkKind, connector: ConnectorSummary, asked: Asked): NewOperation {
  const request = requestOf(kind, connector);
  return {
    ...asked,
    id: randomUUID(),
    kind: request.kind,
    cloud: connector.cloud,
    connectorId: connector.id,
    connectorName: connector.name,
    // Nobody asks for an item by itself, so its key is nobody's.
    idempotencyKey: randomUUID(),
    requestDigest: '',
    request,
  };
}

function digestOf(request: object): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url');
}

function unconfirmed(count: number): Refusal {
  return new Refusal('invalid-request', `${count} connectors would be deleted; that number was not typed.`, {
    kept: 'Nothing was sent.',
    next: 'Type the number of connectors to delete them.',
    fields: { confirmation: `Type ${count}.` },
  });
}

function nothingToDo(): Refusal {
  return new Refusal('conflict', 'There is nothing to do: every connector would be left out.', {
    kept: 'Nothing was sent.',
    next: 'The preview says why of each.',
  });
}

function otherState(): Refusal {
  return new Refusal('conflict', 'The operation is not at a point where that can be done.', {
    kept: 'It goes on as it was.',
    next: 'Look at how far it is.',
  });
}

function notMany(): Refusal {
  return new Refusal('conflict', 'That is the change of one connector; it has no items.', {
    next: 'Look at the operation itself.',
  });
}
