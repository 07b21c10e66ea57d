import { endpoints, type Operation, settledStates } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startBff } from '../test-bench/bff.ts';
import { deskOf, eventually, startConnected } from '../test-bench/connected-console.ts';
import { createTestClock } from '../test-bench/test-clock.ts';

const runs = 200;

test('REL-03 a bulk run of 200 that is stopped in the middle goes on elsewhere: each connector is run once', async () => {
  await using desk = await startConnected({
    seed: 'crowd',
    settleSeconds: 3,
    simulated: { latencyMs: 10, pace: 1000 },
  });
  const here = { params: { workspace: desk.workspace.id } };
  const { connectors } = await desk.wholeList();
  const chosen = connectors
    .filter(({ cloud, enabled }) => cloud === 'aws' && enabled !== false)
    .slice(0, runs)
    .map(({ cloud, id }) => ({ cloud, id }));
  const body = { idempotencyKey: crypto.randomUUID(), kind: 'run-connectors' as const, connectors: chosen };
  const bulk = await desk.ask(endpoints.startBulk, { ...here, body });
  await eventually(
    async () => desk.calls('W6').length,
    (calls) => calls > 20,
  );

  await desk.bff.console.stop();
  const sentBefore = desk.calls('W6').length;
  await pretendCrash(desk, bulk);
  const next = await startBff({
    database: desk.bff.database,
    gatewayHosts: [new URL(desk.gateway.url).host],
    settleSeconds: 3,
    // The lease that is still held is waited for by the job engine: a tenth of the time that would be.
    clock: { ...createTestClock(), millisecondsOf: (seconds) => seconds * 100 },
  });
  try {
    const elsewhere = deskOf(next, await next.signIn());
    const at = { params: { workspace: desk.workspace.id, operation: bulk.id } };
    const ended = await eventually(
      () => elsewhere.ask(endpoints.readOperation, at),
      ({ state }) => settledStates.includes(state),
    );

    expect(sentBefore).toBeLessThan(runs);
    const asked = desk.calls('W6').map((call) => JSON.stringify(call.body));
    expect(new Set(asked).size).toBe(asked.length);
    const { items } = await elsewhere.ask(endpoints.listOperationItems, at);
    expect(items).toHaveLength(runs);
    const lost = items.filter(({ state }) => state !== 'succeeded');
    expect(lost.every(({ state }) => ['adopted', 'needs-person', 'absent'].includes(state))).toBe(true);
    expect(lost).toHaveLength(3);
    expect(asked.length).toBe(runs - lost.length);
    expect(ended.items).toMatchObject({ total: runs, open: 0 });
  } finally {
    await next.close();
  }
});

/** Three items were marked as sent and never left, the lease is still held by the process that is gone. */
async function pretendCrash(desk: Awaited<ReturnType<typeof startConnected>>, { id }: Operation) {
  const { db } = desk.bff.database;
  await db.execute(sql`update operations set state = 'sent', sent_at = now(), next_check_at = now() + interval '1 hour'
    where id in (select id from operations where part_of = ${id} and state = 'requested' order by position limit 3)`);
  await db.execute(
    sql`update bulks set holder = gen_random_uuid(), held_until = now() + interval '4 seconds' where id = ${id}`,
  );
}
