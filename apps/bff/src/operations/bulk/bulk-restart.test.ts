import { endpoints, type Operation, settledStates } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startBff } from '../../test-bench/bff.ts';
import { clientOf, eventually, startConnected } from '../../test-bench/connected-console.ts';

const runs = 200;

test('REL-03 a bulk run of 200 that is stopped in the middle goes on elsewhere: each connector is run once', async () => {
  await using client = await startConnected({
    seed: 'crowd',
    settleSeconds: 3,
    simulated: { latencyMs: 10, pace: 1000 },
  });
  const here = { params: { workspace: client.workspace.id } };
  const { connectors } = await client.wholeList();
  const chosen = connectors
    .filter(({ cloud, enabled }) => cloud === 'aws' && enabled !== false)
    .slice(0, runs)
    .map(({ cloud, id }) => ({ cloud, id }));
  const body = { idempotencyKey: crypto.randomUUID(), kind: 'run-connectors' as const, connectors: chosen };
  const bulk = await client.ask(endpoints.startBulk, { ...here, body });
  await eventually(
    async () => client.calls('W6').length,
    (calls) => calls > 20,
  );

  await client.bff.console.stop();
  const sentBefore = client.calls('W6').length;
  await pretendCrash(client, bulk);
  const next = await startBff({
    database: client.bff.database,
    gatewayHosts: [new URL(client.gateway.url).host],
    settleSeconds: 3,
  });
  try {
    const elsewhere = clientOf(next, await next.signIn());
    const at = { params: { workspace: client.workspace.id, operation: bulk.id } };
    const ended = await eventually(
      () => {
        // To the next round, once the lease has ended.
        next.clock.advance(5);
        return elsewhere.ask(endpoints.readOperation, at);
      },
      ({ state }) => settledStates.includes(state),
    );

    expect(sentBefore).toBeLessThan(runs);
    const asked = client.calls('W6').map((call) => JSON.stringify(call.body));
    expect(new Set(asked).size).toBe(asked.length);
    const { items } = await elsewhere.ask(endpoints.listOperationItems, at);
    expect(items).toHaveLength(runs);
    const lost = items.filter(({ state }) => state !== 'succeeded');
    expect(lost.every(({ state }) => ['adopted', 'needs-review', 'absent'].includes(state))).toBe(true);
    expect(lost).toHaveLength(3);
    expect(asked.length).toBe(runs - lost.length);
    expect(ended.items).toMatchObject({ total: runs, open: 0 });
  } finally {
    await next.close();
  }
});

/** Three items were marked as sent and never left, the lease is still held by the process that is gone. */
async function pretendCrash(client: Awaited<ReturnType<typeof startConnected>>, { id }: Operation) {
  const { db } = client.bff.database;
  await db.execute(sql`update operations set state = 'sent', sent_at = now(), next_check_at = now() + interval '1 hour'
    where id in (select id from operations where part_of = ${id} and state = 'requested' order by position limit 3)`);
  await db.execute(
    sql`update bulks set holder = gen_random_uuid(), held_until = now() + interval '4 seconds' where id = ${id}`,
  );
}
