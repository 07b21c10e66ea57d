import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startBff } from '../../test-bench/bff.ts';
import { clientOf, eventually, startConnected, untilReleased } from '../../test-bench/connected-console.ts';

test('the list grows young again by itself, through an outage and after it', async () => {
  await using client = await startConnected({ seed: 'demo', refreshSeconds: 1 });
  const list = () => client.ask(endpoints.listConnectors, { params: { workspace: client.workspace.id } });
  const { asOf } = await eventually(list, (answer) => answer.freshness.azure.asOf !== null);

  client.vendor.setFaults([{ operation: 'A5', fault: { status: 503 } }]);
  const down = await client.hurried(eventually(list, ({ freshness }) => freshness.azure.failing !== null));
  client.vendor.clearFaults();
  const up = await client.hurried(eventually(list, ({ freshness }) => freshness.azure.failing === null));

  expect(down.connectors.length).toBeGreaterThan(20);
  expect(Date.parse(up.asOf ?? '')).toBeGreaterThan(Date.parse(asOf ?? ''));
});

test('the first list of a workspace waits for both clouds: one alone would look like all there is', async () => {
  await using client = await startConnected({ seed: 'demo' });
  client.vendor.setFaults([{ operation: 'W3', fault: untilReleased }]);
  const workspace = await client.connect('Half read');
  await eventually(
    () =>
      client.bff.database.db.execute(
        sql`select from cloud_freshness where workspace_id = ${workspace} and cloud = 'azure' and as_of is not null`,
      ),
    ({ rows }) => rows.length === 1,
  );

  const asked = client.ask(endpoints.listConnectors, { params: { workspace } });
  // Time for an answer that does not wait.
  await new Promise((resolve) => setTimeout(resolve, 300));
  client.vendor.clearFaults();
  const { connectors } = await asked;

  expect(new Set(connectors.map(({ cloud }) => cloud))).toEqual(new Set(['azure', 'aws']));
});

test('details are read no further than the vendor’s call budget allows, and the list stands without them', async () => {
  const rateLimit = { limit: 10, windowSeconds: 3600 };
  await using client = await startConnected({ seed: 'demo', simulated: { rateLimit } });

  const answer = await client.wholeList();

  expect(answer.connectors.length).toBeGreaterThan(20);
  expect(answer.freshness.azure.failing).toBeNull();
  expect(client.calls('A6').length).toBeGreaterThan(3);
  expect(client.vendor.journal().filter(({ status }) => status === 409)).toEqual([]);
});

test('connectors in trouble whose errors could not be read yet say so, until they are', async () => {
  await using client = await startConnected({ seed: 'demo' });
  client.vendor.setFaults(['A15', 'W12'].map((operation) => ({ operation, fault: { status: 503 } })));
  const params = { workspace: await client.connect('Unread') };
  const list = () => client.ask(endpoints.listConnectors, { params });
  const unread = await client.wholeList(params.workspace);

  client.vendor.clearFaults();
  const read = await eventually(
    () => {
      client.advance(5);
      return client.ask(endpoints.refreshConnectors, { params }).then(list);
    },
    ({ connectors }) => connectors.every(({ errorsUnread }) => !errorsUnread),
  );

  for (const [{ connectors }, isUnread] of [
    [unread, true],
    [read, false],
  ] as const) {
    const inTrouble = connectors.filter(({ state }) => state === 'errors');
    expect(inTrouble.length).toBeGreaterThan(3);
    for (const row of inTrouble) {
      expect({
        name: row.name,
        newestError: row.newestError === null,
        unread: row.errorsUnread === true,
      }).toEqual({
        name: row.name,
        newestError: isUnread,
        unread: isUnread,
      });
    }
    expect(connectors.filter(({ errorsUnread }) => errorsUnread)).toEqual(isUnread ? inTrouble : []);
  }
});

test('what changed nothing is not asked for again: a second refresh reads lists alone', async () => {
  await using client = await startConnected({ seed: 'demo' });
  await client.wholeList();
  // The first refresh leaves the details beyond its share to the next ones.
  const { db } = client.bff.database;
  await db.execute(
    `update connectors set detail_for = concat(state_text, '@', extract(epoch from last_sync))`,
  );
  client.vendor.clearJournal();

  await client.ask(endpoints.refreshConnectors, { params: { workspace: client.workspace.id } });
  await client.wholeList();

  expect(new Set(client.vendor.journal().map(({ operation }) => operation))).toEqual(new Set(['A5', 'W3']));
});

test('two consoles on one database show the same list, and take turns refreshing it', async () => {
  await using client = await startConnected({ seed: 'demo' });
  const params = { workspace: client.workspace.id };
  await client.wholeList();
  const { database } = client.bff;
  const other = await startBff({ database, gatewayHosts: [new URL(client.gateway.url).host] });
  try {
    const elsewhere = clientOf(other, await other.signIn());
    client.vendor.clearJournal();
    client.vendor.setFaults([{ operation: 'W3', fault: untilReleased }]);

    const refreshes = [
      client.ask(endpoints.refreshConnectors, { params }),
      elsewhere.ask(endpoints.refreshConnectors, { params }),
    ];
    // The one whose turn it is not has nothing to wait for.
    await Promise.race(refreshes);
    client.vendor.clearFaults();
    await Promise.all(refreshes);

    const [here, there] = await Promise.all([
      client.ask(endpoints.listConnectors, { params }),
      elsewhere.ask(endpoints.listConnectors, { params }),
    ]);
    expect(there.connectors.map(({ id }) => id)).toEqual(here.connectors.map(({ id }) => id));
    expect(client.calls('W3')).toHaveLength(2);
  } finally {
    await other.close();
  }
});

test('a list that cannot be read is told to the log when that begins, changes and ends, and not at every refresh', async () => {
  await using client = await startConnected({ seed: 'demo' });
  const params = { workspace: client.workspace.id };
  const refreshes = async (count: number) => {
    client.vendor.clearJournal();
    await eventually(
      async () => {
        // Past the pause between refreshes that people ask for, and past any breaker's.
        client.advance(30);
        await client.ask(endpoints.refreshConnectors, { params });
        return client.calls('W3');
      },
      (calls) => calls.length >= count,
    );
  };
  await refreshes(1);

  for (const status of [503, 403]) {
    client.vendor.setFaults([{ operation: 'A5', fault: { status } }]);
    await refreshes(3);
  }
  client.vendor.clearFaults();
  await refreshes(2);

  const lines = client.bff
    .logs()
    .split('\n')
    .filter((line) => line.includes('A list '));
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    {
      workspaceId: params.workspace,
      cloud: 'azure',
      code: 'gateway-unavailable',
      msg: 'A list could not be read',
    },
    {
      workspaceId: params.workspace,
      cloud: 'azure',
      code: 'gateway-forbidden',
      msg: 'A list could not be read',
    },
    { workspaceId: params.workspace, cloud: 'azure', msg: 'A list can be read again' },
  ]);
});
