import { type ApiBudget, type ConnectorSummary, endpoints } from '@console/console-contract';
import { expect, test } from 'vitest';
import { eventually, startConnected } from '../../test-bench/connected-console.ts';

const hasFailed = ({ state }: ConnectorSummary) => state === 'errors';
const hasBeenRead = (row: ConnectorSummary) => hasFailed(row) && !row.errorsUnread;

test('of hundreds that fail the errors are read as fast as the call limit allows, the newest first, and the list says how far that is', async () => {
  const rateLimit = { limit: 200, windowSeconds: 3600 };
  await using client = await startConnected({ seed: 'large', simulated: { rateLimit } });
  const params = { workspace: client.workspace.id };

  // One refresh: only the pauses between the parts pass.
  const list = await eventually(
    async () => {
      client.advance(2);
      return client.wholeList();
    },
    ({ connectors, freshness: { budget, errors } }) =>
      budget?.waitingUntil != null && errors.read === connectors.filter(hasBeenRead).length,
  );

  const failing = list.connectors.filter(hasFailed);
  const unread = failing.filter(({ errorsUnread }) => errorsUnread);
  const read = failing.filter(hasBeenRead);
  expect(client.calls('A5').length, 'lists read').toBeLessThan(20);
  expect(list.freshness.errors).toEqual({ read: read.length, failing: failing.length });
  expect(read.length).toBeGreaterThan(150);
  const oldestRead = Math.min(...read.map(({ lastSync }) => Date.parse(lastSync ?? '')));
  const newestUnread = Math.max(...unread.map(({ lastSync }) => Date.parse(lastSync ?? '')));
  expect(oldestRead, 'newest first').toBeGreaterThanOrEqual(newestUnread);
  // The last fifth is left to people; as many as are under way together may have been counted late.
  for (const call of ['A6', 'A15', 'W4', 'W12']) expect(client.calls(call).length).toBeLessThanOrEqual(164);
  expect(client.vendor.journal().filter(({ status }) => status === 409)).toEqual([]);
  expect((await client.ask(endpoints.readFreshness, { params })).errors).toEqual(list.freshness.errors);
});

test('connectors without errors are read a few at a refresh, however many are due', async () => {
  await using client = await startConnected({ seed: 'crowd' });
  const { freshness } = await client.wholeList();
  client.advance(2);
  await client.wholeList();
  const budget: ApiBudget | null = freshness.budget;
  expect(budget?.waitingUntil).toBeNull();
  expect(freshness.errors).toEqual({ read: 0, failing: 0 });
  expect([...client.calls('A6'), ...client.calls('W4')]).toHaveLength(40);
});
