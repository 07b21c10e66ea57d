/** How a bulk begins: what it would do, once more of what failed, and never twice for the same key. */

import { createHash, randomUUID } from 'node:crypto';
import {
  type BulkChoice,
  type BulkKind,
  type BulkPreview,
  type BulkRetry,
  type ConnectorSummary,
  kindOf,
  type NewBulk,
  type OpenChange,
  type Operation,
  retriedStates,
} from '@console/console-contract';
import type { Called } from '../../ports/caller.ts';
import type { MeantFor } from '../../ports/connector-gateway.ts';
import type { Destination } from '../../ports/credential-vault.ts';
import { Refusal } from '../../ports/refusal.ts';
import { inPhase } from '../../ports/store-loss.ts';
import { kindOfItems } from '../kinds/kinds.ts';
import { assertSameRequest } from '../requests/idempotency.ts';
import { meantFor, type NewOperation, type OperationRow } from '../rows.ts';
import type { BulkStore } from './bulk-store.ts';
import { type Chosen, type Plan, planOf, previewOf } from './planning.ts';
import type { BulkRow } from './rows.ts';

export type StartDeps = {
  store: BulkStore;
  /** Changes that hold a connector at this moment. */
  listOpen: (workspaceId: string) => Promise<Pick<OpenChange, 'cloud' | 'connectorId'>[]>;
  /** The whole snapshot of a workspace. */
  connectorsOf: (workspaceId: string) => Promise<ConnectorSummary[]>;
  /** Refuses as `not-found`. */
  assertWorkspace: (workspaceId: string) => Promise<void>;
  /** Where the workspace points to at this moment; refuses as `not-found`. */
  boundTo: (workspaceId: string) => Promise<Destination>;
  /** `false` when the workspace points elsewhere by now. */
  pointsTo: (workspaceId: string, meant: MeantFor | null) => Promise<boolean>;
  /** Runs a bulk that was just recorded. */
  wake: (bulkId: string) => void;
};

/**
 * Of a workspace. They share one call limit, so more of them are no faster, and each may hold ten thousand rows. Two that begin
 * in the same moment may both pass: nothing depends on the exact number.
 */
const mostOpen = 10;

type Address = { workspaceId: string; id: string };
type Readers = {
  read: (address: Address) => Promise<Operation>;
  find: (address: Address) => Promise<BulkRow>;
};
type Request = {
  kind: BulkKind;
  connectors: readonly Chosen[];
  idempotencyKey: string;
  requestDigest: string;
};

export function createBulkStarts(deps: StartDeps & Readers) {
  const { store, listOpen, connectorsOf, assertWorkspace, boundTo, pointsTo, wake, read, find } = deps;
  return { preview, start, retry };

  async function preview(workspaceId: string, { kind, connectors }: BulkChoice): Promise<BulkPreview> {
    await assertWorkspace(workspaceId);
    return previewOf(await plan(workspaceId, kind, connectors));
  }

  async function start(workspaceId: string, request: NewBulk, called: Called): Promise<Operation> {
    const { idempotencyKey, kind, connectors, confirmation } = request;
    const requestDigest = digestOf({ workspaceId, kind, connectors, confirmation });
    refuseUnconfirmed(kind, connectors, confirmation);
    return begin(workspaceId, { kind, connectors, idempotencyKey, requestDigest }, called);
  }

  /** Those that surely were not done; what the gateway cannot tell is left to the user. */
  async function retry(address: Address, request: BulkRetry, called: Called): Promise<Operation> {
    const { idempotencyKey, confirmation } = request;
    const { id, kind } = await find(address);
    const failed = (await store.itemsOf(id)).filter(({ state }) => retriedStates.includes(state));
    const connectors = failed.map(({ cloud, connectorId }) => ({ cloud, id: connectorId ?? '' }));
    refuseUnconfirmed(kind, connectors, confirmation);
    const [first] = failed;
    if (first && !(await pointsTo(address.workspaceId, meantFor(first)))) throw seenElsewhere();
    const requestDigest = digestOf({ retried: id, confirmation });
    return begin(address.workspaceId, { kind, connectors, idempotencyKey, requestDigest }, called);
  }

  /** The same key and the same request give the same operation, however often they come within a day. */
  async function begin(workspaceId: string, request: Request, called: Called): Promise<Operation> {
    const { gatewayHosts } = await boundTo(workspaceId);
    const earlier = await answered(request, called);
    if (earlier !== null) return earlier;
    const { kind, idempotencyKey, requestDigest } = request;
    const { will } = await plan(workspaceId, kind, request.connectors);
    if (will.length === 0) throw nothingToDo();
    if ((await store.openIn(workspaceId)).length >= mostOpen) throw tooManyOpen();
    const by = { personId: called.caller.id, requestedBy: called.caller.name, requestId: called.requestId };
    const bulk = { id: randomUUID(), workspaceId, kind, total: will.length, ...by };
    const items = will.map((connector) =>
      itemOf(kind, connector, { workspaceId, gatewayHosts: [...gatewayHosts], ...by }),
    );
    return inPhase('change', async () => {
      const row = await store.begin({ ...bulk, idempotencyKey, requestDigest }, items);
      if (row === null) return (await answered(request, called)) ?? read({ workspaceId, id: bulk.id });
      wake(row.id);
      return inPhase('recorded', () => read(row));
    });
  }

  /** `null` when the key is new. */
  async function answered(
    { idempotencyKey, requestDigest }: Request,
    { caller }: Called,
  ): Promise<Operation | null> {
    const earlier = await store.findByKey(caller.id, idempotencyKey);
    if (earlier === null) return null;
    assertSameRequest(earlier, requestDigest);
    return read(earlier);
  }

  async function plan(workspaceId: string, kind: BulkKind, chosen: readonly Chosen[]): Promise<Plan> {
    const [connectors, busy] = await Promise.all([connectorsOf(workspaceId), listOpen(workspaceId)]);
    return planOf(kind, chosen, { connectors, busy });
  }
}

type Asked = Pick<OperationRow, 'workspaceId' | 'gatewayHosts' | 'personId' | 'requestedBy' | 'requestId'>;

function itemOf(kind: BulkKind, connector: ConnectorSummary, asked: Asked): NewOperation {
  const request = kindOfItems(kind).itemOf(connector);
  return {
    ...asked,
    id: randomUUID(),
    kind: request.kind,
    cloud: connector.cloud,
    connectorId: connector.id,
    connectorName: connector.name,
    // No caller asks for an item by itself, so its key is new.
    idempotencyKey: randomUUID(),
    requestDigest: '',
    request,
  };
}

function digestOf(request: object): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('base64url');
}

/** What destroys is confirmed each time, a retry included; where nothing is chosen there is nothing to confirm. */
function refuseUnconfirmed(kind: BulkKind, connectors: readonly Chosen[], confirmation?: number): void {
  const { length } = connectors;
  if (kindOf(kind).confirmed && length > 0 && confirmation !== length) throw unconfirmed(kind, length);
}

function unconfirmed(kind: BulkKind, count: number): Refusal {
  const { verb, past } = kindOf(kind);
  return new Refusal('invalid-request', `${count} connectors would be ${past}; that number was not typed.`, {
    kept: 'Nothing was sent.',
    next: `Type the number of connectors to ${verb.toLowerCase()} them.`,
    fields: { confirmation: `Type ${count}.` },
  });
}

/** The same ids may name other connectors at the gateway that the workspace points to now. */
function seenElsewhere(): Refusal {
  return new Refusal('conflict', 'The workspace was pointed to another gateway since this was asked for.', {
    kept: 'Nothing was sent.',
    next: 'Choose the connectors in the list as it is now.',
  });
}

function tooManyOpen(): Refusal {
  return new Refusal(
    'conflict',
    `${mostOpen} changes of many connectors are under way in this workspace already.`,
    {
      kept: 'Nothing of this one was begun.',
      next: 'Wait until one of them is done, or cancel one under Activity, then try again.',
    },
  );
}

function nothingToDo(): Refusal {
  return new Refusal('conflict', 'There is nothing to do: every connector would be left out.', {
    kept: 'Nothing was sent.',
    next: 'Look at them in the list: each is gone, busy, disabled or as asked already.',
  });
}
