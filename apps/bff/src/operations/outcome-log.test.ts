import { endpoints } from '@console/console-contract';
import { expect, test } from 'vitest';
import { sampleSecret, sampleSpec, startConnected } from '../test-bench/connected-console.ts';

test('REL-20 the log says what came of a change, by its ids and never by its name', async () => {
  await using client = await startConnected();
  client.vendor.setFaults([{ operation: 'A3', fault: { status: 422, body: { message: 'Not like this.' } } }]);
  const operation = await client.ask(endpoints.createAzureConnector, {
    params: { workspace: client.workspace.id },
    body: {
      idempotencyKey: crypto.randomUUID(),
      spec: { ...sampleSpec, name: 'Canary of the log' },
      secretValue: sampleSecret,
      runNow: false,
      draftId: null,
    },
  });

  const lines = client.bff.logs().split('\n');
  const line = lines.find((text) => text.includes('"msg":"operation"')) ?? '{}';
  expect(JSON.parse(line)).toMatchObject({
    operation: operation.id,
    workspaceId: client.workspace.id,
    kind: 'create-connector',
    cloud: 'azure',
    state: 'failed',
    code: 'gateway-rejected',
  });
  expect(client.bff.logs()).not.toContain('Canary of the log');
});
