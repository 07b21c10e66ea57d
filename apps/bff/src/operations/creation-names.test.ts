/** A creation that no answer names is looked for by its name, and names are not always stored as they were given. */
import { endpoints } from '@console/console-contract';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  eventually,
  sampleSecret,
  sampleSpec,
  startConnected,
} from '../test-bench/connected-console.ts';

let client: ConnectedConsole;
beforeAll(async () => {
  client = await startConnected();
  await client.wholeList();
});
afterEach(() => {
  client.vendor.clearFaults();
  client.vendor.clearJournal();
});
afterAll(() => client[Symbol.asyncDispose]());

async function created(name: string, settled = true) {
  const spec = { ...sampleSpec, name };
  const idempotencyKey = crypto.randomUUID();
  const body = { idempotencyKey, spec, secretValue: sampleSecret, runNow: false, draftId: null };
  const params = { workspace: client.workspace.id };
  const operation = await client.ask(endpoints.createAzureConnector, { params, body });
  return settled ? client.settled(operation) : operation;
}

test('FLT-05 two look-alikes are left to a person, named', async () => {
  const rows = ['9001', '9002'].map((id) => ({ id, name: 'Twins', state: 'PENDING' }));
  const { tenantId, applicationId } = sampleSpec;
  client.vendor.setFaults([
    { operation: 'A3', fault: { drop: 'after-commit' } },
    { operation: 'A5', from: 2, fault: { status: 200, body: { content: rows, hasNext: false } } },
    // The console reads both at once, and repeats a reading that is disturbed.
    ...[1, 2, 3, 4, 5, 6].map((nth) => ({
      operation: 'A6',
      nth,
      fault: { status: 200, body: { id: 9002 - (nth % 2), name: 'Twins', tenantId, applicationId } },
    })),
  ]);

  const undecided = await created('Twins');

  expect(undecided.state).toBe('needs-review');
  expect([...undecided.candidates].sort()).toEqual(['9001', '9002']);
});

test('a creation is found under a name that the gateway stores in other characters', async () => {
  const { tenantId, applicationId } = sampleSpec;
  const name = 'R&amp;D  Zu\u0308rich';
  const row = { id: '9011', name, state: 'PENDING' };
  client.vendor.setFaults([
    { operation: 'A3', fault: { drop: 'before' } },
    { operation: 'A5', from: 3, fault: { status: 200, body: { content: [row], hasNext: false } } },
    { operation: 'A6', fault: { status: 200, body: { id: 9011, name, tenantId, applicationId } } },
  ]);

  const found = await created('R&D Zürich');

  expect(found).toMatchObject({ state: 'adopted', connectorId: '9011', problem: null });
  expect(client.calls('A3')).toHaveLength(1);
});

test('a connector that is nearly called like the one that did not appear is left to a user, named', async () => {
  const { tenantId, applicationId } = sampleSpec;
  const rows = ['WEST-COAST', 'West Coast 2'].map((name, at) => ({
    id: `${9021 + at}`,
    name,
    state: 'PENDING',
  }));
  client.vendor.setFaults([
    { operation: 'A3', fault: { drop: 'before' } },
    { operation: 'A5', from: 2, fault: { status: 200, body: { content: rows, hasNext: false } } },
    {
      operation: 'A6',
      fault: { status: 200, body: { id: 9021, name: 'WEST-COAST', tenantId, applicationId } },
    },
  ]);

  const undecided = await created('West Coast');

  expect(undecided).toMatchObject({ state: 'needs-review', candidates: ['9021'] });
  expect(undecided.problem?.message).toContain('a very similar name');
});

test('FLT-14 a list that is cut short while it is searched for a similar name does not make a creation absent', async () => {
  const cut = { content: [], hasNext: false, numberOfElements: 5 };
  client.vendor.setFaults([
    { operation: 'A3', fault: { drop: 'before' } },
    // The taken name and the three looks come first.
    { operation: 'A5', from: 5, fault: { status: 200, body: cut } },
  ]);
  const { id } = await created('Searched in vain', false);

  await eventually(
    async () => {
      await client.bff.lookNow();
      return client.calls('A5').length;
    },
    (lists) => lists > 5,
  );
  const params = { workspace: client.workspace.id, operation: id };
  const meanwhile = await client.ask(endpoints.readOperation, { params });
  client.vendor.clearFaults();

  expect(meanwhile.state).toBe('unknown');
  expect(await client.settled({ id })).toMatchObject({ state: 'absent' });
});

test('a same-named connector of another tenant is not taken for ours', async () => {
  const row = { id: '9003', name: 'Namesake', state: 'PENDING' };
  const stranger = { id: 9003, name: 'Namesake', tenantId: '11111111-2222-4333-8444-555555555555' };
  client.vendor.setFaults([
    { operation: 'A3', fault: { drop: 'before' } },
    { operation: 'A5', from: 2, fault: { status: 200, body: { content: [row], hasNext: false } } },
    { operation: 'A6', fault: { status: 200, body: stranger } },
  ]);

  expect(await created('Namesake')).toMatchObject({
    state: 'absent',
    connectorId: null,
  });
});
