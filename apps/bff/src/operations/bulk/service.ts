/** Bulks as people meet them: see what one would do, start it, follow it, steer it, and retry what failed. */

import type { BulkItem, Operation } from '@console/console-contract';
import type { Called } from '../../ports/caller.ts';
import { Refusal } from '../../ports/refusal.ts';
import { mostListed } from '../rows.ts';
import type { OperationService } from '../service.ts';
import type { Steering } from './bulk-store.ts';
import { shownBulk, shownItem } from './shown.ts';
import { createBulkStarts, type StartDeps } from './starting.ts';

type Deps = StartDeps & { singles: Pick<OperationService, 'list' | 'read'> };

type Address = { workspaceId: string; id: string };

export type BulkService = ReturnType<typeof createBulkService>;

export function createBulkService(deps: Deps) {
  const { store, singles, wake } = deps;
  const starts = createBulkStarts({ ...deps, read, find });
  return { ...starts, list, read, listItems, pause, resume, cancel, giveUpAll };

  /** Single changes and bulks, newest first; the items of a bulk are listed with it. */
  async function list(workspaceId: string): Promise<Operation[]> {
    const [operations, bulks] = await Promise.all([singles.list(workspaceId), store.list(workspaceId)]);
    const counts = await store.counts(bulks.map(({ id }) => id));
    return [...operations, ...bulks.map((bulk) => shownBulk(bulk, counts.get(bulk.id)))]
      .sort((one, other) => (one.requestedAt < other.requestedAt ? 1 : -1))
      .slice(0, mostListed);
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

  function pause(address: Address, called: Called): Promise<Operation> {
    return steer(address, { state: 'paused' }, called);
  }

  async function resume(address: Address, called: Called): Promise<Operation> {
    const resumed = await steer(address, { state: 'running' }, called);
    wake(address.id);
    return resumed;
  }

  function cancel(address: Address, called: Called): Promise<Operation> {
    return steer(address, { state: 'cancelled' }, called);
  }

  /** The ids that wait were seen at another gateway: here they may name other connectors. */
  async function giveUpAll(workspaceId: string): Promise<void> {
    for (const id of await store.openIn(workspaceId)) await store.steer(id, { state: 'cancelled' }, null);
  }

  async function steer(address: Address, to: Steering, { caller, requestId }: Called): Promise<Operation> {
    const { state, id } = await find(address);
    // Asking twice for the same is no mistake.
    if (state !== to.state && !(await store.steer(id, to, { caller, requestId }))) throw otherState();
    return read(address);
  }

  async function find({ workspaceId, id }: Address) {
    const bulk = await store.find(workspaceId, id);
    if (bulk !== null) return bulk;
    await singles.read(workspaceId, id);
    throw notMany();
  }
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
