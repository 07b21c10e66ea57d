import {
  type BulkKind,
  endpoints,
  type NewBulk,
  type Operation,
  settledStates,
} from '@console/console-contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type ConnectedConsole, eventually, startConnected } from '../test-bench/connected-console.ts';

let desk: ConnectedConsole;
beforeAll(async () => {
  desk = await startConnected({ seed: 'demo', settleSeconds: 1 });
  await desk.ask(endpoints.listConnectors, here());
});
afterEach(() => {
  desk.vendor.clearFaults();
  desk.vendor.clearJournal();
});
afterAll(() => desk[Symbol.asyncDispose]());

const here = () => ({ params: { workspace: desk.workspace.id } });
const at = (operation: Pick<Operation, 'id'>) => ({
  params: { workspace: desk.workspace.id, operation: operation.id },
});
const key = () => ({ idempotencyKey: crypto.randomUUID() });
const list = async () => (await desk.ask(endpoints.listConnectors, here())).connectors;
const chosen = async (cloud: 'azure' | 'aws', enabled = true) =>
  (await list())
    .filter((connector) => connector.cloud === cloud && connector.enabled === enabled)
    .map(({ id }) => ({ cloud, id }));
const start = (kind: BulkKind, connectors: NewBulk['connectors'], facts: Partial<NewBulk> = {}) =>
  desk.ask(endpoints.startBulk, { ...here(), body: { ...key(), kind, connectors, ...facts } });
const settled = (operation: Operation) =>
  eventually(
    () => desk.ask(endpoints.readOperation, at(operation)),
    ({ state }) => settledStates.includes(state),
  );
const itemsOf = async (operation: Operation) =>
  (await desk.ask(endpoints.listOperationItems, at(operation))).items;

test('connectors of both clouds are disabled as one operation: Azure in one call, AWS one by one', async () => {
  const azure = (await chosen('azure')).slice(0, 3);
  const aws = (await chosen('aws')).slice(0, 3);

  const bulk = await settled(await start('disable-connectors', [...azure, ...aws]));

  expect(bulk).toMatchObject({
    state: 'succeeded',
    kind: 'disable-connectors',
    cloud: null,
    connectorName: '6 connectors',
    items: { total: 6, done: 6, failed: 0, open: 0, cancelled: 0, waitingUntil: null },
  });
  expect(desk.calls('A10')).toHaveLength(1);
  expect(desk.calls('W7')).toHaveLength(3);
  const ids = [...azure, ...aws].map(({ id }) => id);
  const rows = (await list()).filter(({ id }) => ids.includes(id));
  expect(rows.map(({ enabled }) => enabled)).toEqual(rows.map(() => false));
  const { operations } = await desk.ask(endpoints.listOperations, here());
  expect(operations.filter(({ kind }) => kind === 'disable-connector')).toEqual([]);
  expect(operations[0]).toEqual(bulk);
});
