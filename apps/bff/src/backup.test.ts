import { endpoints } from '@console/console-contract';
import { expect, inject, test } from 'vitest';
import { cookieOf, startBff, testPassword } from './test-bench/bff.ts';
import { clientOf, startConnected } from './test-bench/connected-console.ts';
import { createTestDatabase } from './test-bench/test-database.ts';

const keys = `backed-up:${Buffer.alloc(32, 7).toString('base64')}`;

test('REL-22 a copy of the database and the key are a whole backup: people sign in, and the stored secret opens', async () => {
  const original = await createTestDatabase();
  await using before = await startConnected({ keys, database: original });
  const resume = await original.suspend();
  const server = inject('databaseServer');
  if (server === undefined) throw new Error('The tests of this project have a database.');
  const template = new URL(original.url).pathname.slice(1);

  const copy = await createTestDatabase({ server: { ...server, template } });
  const restored = await startBff({
    database: copy,
    keys,
    gatewayHosts: [new URL(before.gateway.url).host],
  });
  const body = { email: 'ada@example.test', password: testPassword };
  const client = clientOf(restored, cookieOf(await restored.send('POST', '/api/session', { body })));
  const params = { workspace: before.workspace.id };
  const verified = await client.ask(endpoints.verifyWorkspace, { params });

  expect(verified).toMatchObject({ ok: true });
  await restored.close();
  await copy.close();
  await resume();
});
