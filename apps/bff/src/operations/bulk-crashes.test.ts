import { randomBytes } from 'node:crypto';
import { endpoints, settledStates } from '@console/console-contract';
import { createSimulator } from '@console/gateway-simulator';
import { expect, test } from 'vitest';
import { clientCredentials, eventually, workspaceAt } from '../test-bench/connected-console.ts';
import { type ConsoleProcess, makeConsoleHome } from '../test-bench/console-process.ts';
import { createTestDatabase } from '../test-bench/test-database.ts';

const kills = 20;
const runs = 200;

test('REL-03 a bulk run of 200 whose console is killed -9 twenty times runs each connector once or not at all, and accounts for all', async () => {
  const settings = { pace: 1000, latencyMs: 60, concurrencyLimit: 4 };
  const simulator = createSimulator({ ...clientCredentials, seed: 'crowd', settings });
  const gateway = await simulator.listen();
  const database = await createTestDatabase();
  const keys = `test:${randomBytes(32).toString('base64')}`;
  const home = await makeConsoleHome(database, `127.0.0.1:${gateway.port}`, keys);
  let running = await home.start();
  try {
    const made = await running.call(endpoints.createWorkspace, {}, workspaceAt(gateway.url));
    const workspace = endpoints.createWorkspace.answer.parse(made).id;
    const bulk = await startBulk(running, workspace);
    const params = { workspace, operation: bulk };

    for (let kill = 0; kill < kills; kill += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100 + kill * 25));
      await running.kill();
      running = await home.start();
    }

    const { items: counts } = await eventually(
      async () => endpoints.readOperation.answer.parse(await running.call(endpoints.readOperation, params)),
      ({ state }) => settledStates.includes(state),
      400_000,
    );
    const { items } = endpoints.listOperationItems.answer.parse(
      await running.call(endpoints.listOperationItems, params),
    );

    const asked = simulator.control
      .journal()
      .filter(({ operation, committed }) => operation === 'W6' && committed)
      .map(({ body }) => JSON.stringify(body));
    expect(counts).toMatchObject({ total: runs, open: 0 });
    expect(items).toHaveLength(runs);
    expect(new Set(asked).size, 'no connector was run twice').toBe(asked.length);
    const ran = items.filter(({ state }) => state === 'succeeded' || state === 'adopted');
    const unclear = items.filter(({ state }) => state === 'needs-person');
    expect(asked.length).toBeGreaterThanOrEqual(ran.length);
    expect(asked.length).toBeLessThanOrEqual(ran.length + unclear.length);
  } finally {
    await running.kill();
    await home.remove();
    await database.close();
    await gateway.close();
  }
});

async function startBulk(running: ConsoleProcess, workspace: string): Promise<string> {
  const { connectors } = await eventually(
    async () =>
      endpoints.listConnectors.answer.parse(await running.call(endpoints.listConnectors, { workspace })),
    ({ freshness }) => freshness.asOf !== null && freshness.aws.asOf !== null,
  );
  const chosen = connectors
    .filter(({ cloud, enabled, state }) => cloud === 'aws' && enabled !== false && state === 'succeeded')
    .slice(0, runs)
    .map(({ cloud, id }) => ({ cloud, id }));
  const body = { idempotencyKey: crypto.randomUUID(), kind: 'run-connectors', connectors: chosen };
  return endpoints.startBulk.answer.parse(await running.call(endpoints.startBulk, { workspace }, body)).id;
}
