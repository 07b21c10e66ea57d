import { endpoints, settledStates } from '@console/console-contract';
import { expect, test } from 'vitest';
import { eventually } from '../../test-bench/connected-console.ts';
import { type KillableConsole, pause, startKillable } from '../../test-bench/killable-console.ts';
import { kills, shareOf } from '../../test-bench/kills.ts';

const runs = 200;

test(`REL-03 a bulk run of 200 whose console is killed -9 ${kills} times runs each connector once or not at all, and accounts for all`, async () => {
  const simulated = { pace: 1000, concurrencyLimit: 4 };
  await using killable = await startKillable({ seed: 'crowd', simulated });
  const bulk = await startBulk(killable);
  const params = { workspace: killable.workspace, operation: bulk };

  for (let kill = 0; kill < kills; kill += 1) {
    await untilMoreIsSent(killable);
    await pause(shareOf(kill) * 100);
    await killable.kill();
    // The last one leaves a lease that ends by itself; fifteen seconds each are too much.
    if (kill < kills - 1) await endLease(killable, bulk);
    await killable.start();
  }

  const { items: counts } = await eventually(
    async () => endpoints.readOperation.answer.parse(await killable.call(endpoints.readOperation, params)),
    ({ state }) => settledStates.includes(state),
    // Two hundred changes after the last kill, on a machine that does other work.
    300_000,
  );
  const { items } = endpoints.listOperationItems.answer.parse(
    await killable.call(endpoints.listOperationItems, params),
  );

  const asked = callsSent(killable);
  expect(counts).toMatchObject({ total: runs, open: 0 });
  expect(items).toHaveLength(runs);
  expect(new Set(asked).size, 'no connector was run twice').toBe(asked.length);
  const ran = items.filter(({ state }) => state === 'succeeded' || state === 'adopted');
  const unclear = items.filter(({ state }) => state === 'needs-review');
  expect(asked.length).toBeGreaterThanOrEqual(ran.length);
  expect(asked.length).toBeLessThanOrEqual(ran.length + unclear.length);
});

async function startBulk(killable: KillableConsole): Promise<string> {
  const here = { workspace: killable.workspace };
  const { connectors } = await eventually(
    async () => endpoints.listConnectors.answer.parse(await killable.call(endpoints.listConnectors, here)),
    ({ freshness }) => freshness.asOf !== null && freshness.aws.asOf !== null,
  );
  const chosen = connectors
    .filter(({ cloud, enabled, state }) => cloud === 'aws' && enabled !== false && state === 'succeeded')
    .slice(0, runs)
    .map(({ cloud, id }) => ({ cloud, id }));
  const body = { idempotencyKey: crypto.randomUUID(), kind: 'run-connectors', connectors: chosen };
  return endpoints.startBulk.answer.parse(await killable.call(endpoints.startBulk, here, body)).id;
}

/** So that every kill falls into the work, and not into a pause of it. */
async function untilMoreIsSent(killable: KillableConsole): Promise<void> {
  const before = callsSent(killable).length;
  await eventually(
    async () => callsSent(killable).length,
    (sent) => sent > before || sent === runs,
  );
}

function callsSent(killable: KillableConsole): string[] {
  return killable.committed('W6').map((body) => JSON.stringify(body));
}

/** As if the time of the process that was killed had passed. */
async function endLease(killable: KillableConsole, bulk: string): Promise<void> {
  await killable.database.pool.query('update bulks set held_until = now() where id = $1', [bulk]);
}
