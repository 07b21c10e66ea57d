import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startConnected } from '../../test-bench/connected-console.ts';
import { operationsTooOld } from '../retention-store.ts';

test('a bulk is removed as a whole, and one that is kept for a connector to review does not keep another', async () => {
  await using client = await startConnected({ seed: 'demo' });
  const { db } = client.bff.database;
  const here = { params: { workspace: client.workspace.id } };
  const { connectors } = await client.wholeList();
  const chosen = connectors
    .filter(({ cloud, enabled }) => cloud === 'aws' && enabled)
    .map(({ cloud, id }) => ({ cloud, id }));
  const runTwo = async (from: number) => {
    const body = { idempotencyKey: crypto.randomUUID(), kind: 'run-connectors' as const };
    const two = { ...body, connectors: chosen.slice(from, from + 2) };
    return client.settled(await client.ask(endpoints.startBulk, { ...here, body: two }));
  };
  const [toReview, ended] = [await runTwo(0), await runTwo(2)];
  const longAgo = sql`settled_at = now() - interval '91 days'`;
  await db.execute(sql`update bulks set ${longAgo}`);
  await db.execute(sql`update operations set ${longAgo}`);
  await db.execute(
    sql`update operations set state = 'needs-review' where part_of = ${toReview.id} and position = 0`,
  );
  const { operations, bulks } = operationsTooOld(db, 90);

  expect(await operations?.(10)).toBe(2);
  expect(await bulks?.(1)).toBe(1);

  const { items } = await client.ask(endpoints.listOperationItems, {
    params: { ...here.params, operation: toReview.id },
  });
  expect(items).toHaveLength(2);
  const params = { ...here.params, operation: ended.id };
  expect(await client.refused(endpoints.readOperation, { params })).toMatchObject({ status: 404 });
});
