import { endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startBff } from '../test-bench/bff.ts';
import { deskOf, eventually, startConnected, untilReleased } from '../test-bench/connected-console.ts';

test('the list grows young again by itself, through an outage and after it', async () => {
  await using desk = await startConnected({ seed: 'demo', refreshSeconds: 1 });
  const list = () => desk.ask(endpoints.listConnectors, { params: { workspace: desk.workspace.id } });
  const { asOf } = await eventually(list, (answer) => answer.freshness.azure.asOf !== null);

  desk.vendor.setFaults([{ operation: 'A5', fault: { status: 503 } }]);
  const down = await desk.hurried(eventually(list, ({ freshness }) => freshness.azure.failing !== null));
  desk.vendor.clearFaults();
  const up = await desk.hurried(eventually(list, ({ freshness }) => freshness.azure.failing === null));

  expect(down.connectors.length).toBeGreaterThan(20);
  expect(Date.parse(up.asOf ?? '')).toBeGreaterThan(Date.parse(asOf ?? ''));
});

test('the first list of a workspace waits for both clouds: one alone would look like all there is', async () => {
  await using desk = await startConnected({ seed: 'demo' });
  desk.vendor.setFaults([{ operation: 'W3', fault: untilReleased }]);
  const workspace = await desk.connect('Half read');
  await eventually(
    () =>
      desk.bff.database.db.execute(
        sql`select from cloud_freshness where workspace_id = ${workspace} and cloud = 'azure' and as_of is not null`,
      ),
    ({ rows }) => rows.length === 1,
  );

  const asked = desk.ask(endpoints.listConnectors, { params: { workspace } });
  // Time for an answer that does not wait.
  await new Promise((resolve) => setTimeout(resolve, 300));
  desk.vendor.clearFaults();
  const { connectors } = await asked;

  expect(new Set(connectors.map(({ cloud }) => cloud))).toEqual(new Set(['azure', 'aws']));
});

test('details are read no further than the vendor’s call budget allows, and the list stands without them', async () => {
  const rateLimit = { limit: 10, windowSeconds: 3600 };
  await using desk = await startConnected({ seed: 'demo', simulated: { rateLimit } });

  const answer = await desk.wholeList();

  expect(answer.connectors.length).toBeGreaterThan(20);
  expect(answer.freshness.azure.failing).toBeNull();
  expect(desk.calls('A6').length).toBeGreaterThan(3);
  expect(desk.vendor.journal().filter(({ status }) => status === 409)).toEqual([]);
});

test('connectors in trouble whose errors could not be read yet say so, until they are', async () => {
  await using desk = await startConnected({ seed: 'demo' });
  desk.vendor.setFaults(['A15', 'W12'].map((operation) => ({ operation, fault: { status: 503 } })));
  const params = { workspace: await desk.connect('Unread') };
  const list = () => desk.ask(endpoints.listConnectors, { params });
  const unread = await desk.wholeList(params.workspace);

  desk.vendor.clearFaults();
  const read = await eventually(
    () => {
      desk.advance(5);
      return desk.ask(endpoints.refreshConnectors, { params }).then(list);
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
  await using desk = await startConnected({ seed: 'demo' });
  await desk.wholeList();
  // The first refresh leaves the details beyond its share to the next ones.
  const { db } = desk.bff.database;
  await db.execute(
    `update connectors set detail_for = concat(state_text, '@', extract(epoch from last_sync))`,
  );
  desk.vendor.clearJournal();

  await desk.ask(endpoints.refreshConnectors, { params: { workspace: desk.workspace.id } });
  await desk.wholeList();

  expect(new Set(desk.vendor.journal().map(({ operation }) => operation))).toEqual(new Set(['A5', 'W3']));
});

test('two consoles on one database show the same list, and take turns refreshing it', async () => {
  await using desk = await startConnected({ seed: 'demo' });
  const params = { workspace: desk.workspace.id };
  await desk.wholeList();
  const { database } = desk.bff;
  const other = await startBff({ database, gatewayHosts: [new URL(desk.gateway.url).host] });
  try {
    const elsewhere = deskOf(other, await other.signIn());
    desk.vendor.clearJournal();
    desk.vendor.setFaults([{ operation: 'W3', fault: untilReleased }]);

    const refreshes = [
      desk.ask(endpoints.refreshConnectors, { params }),
      elsewhere.ask(endpoints.refreshConnectors, { params }),
    ];
    // The one whose turn it is not has nothing to wait for.
    await Promise.race(refreshes);
    desk.vendor.clearFaults();
    await Promise.all(refreshes);

    const [here, there] = await Promise.all([
      desk.ask(endpoints.listConnectors, { params }),
      elsewhere.ask(endpoints.listConnectors, { params }),
    ]);
    expect(there.connectors.map(({ id }) => id)).toEqual(here.connectors.map(({ id }) => id));
    expect(desk.calls('W3')).toHaveLength(2);
  } finally {
    await other.close();
  }
});

test('a list that cannot be read is told to the log when that begins, changes and ends, and not at every refresh', async () => {
  await using desk = await startConnected({ seed: 'demo' });
  const params = { workspace: desk.workspace.id };
  const refreshes = async (count: number) => {
    desk.vendor.clearJournal();
    await eventually(
      async () => {
        // Past the pause between refreshes that people ask for, and past any breaker's.
        desk.advance(30);
        await desk.ask(endpoints.refreshConnectors, { params });
        return desk.calls('W3');
      },
      (calls) => calls.length >= count,
    );
  };
  await refreshes(1);

  for (const status of [503, 403]) {
    desk.vendor.setFaults([{ operation: 'A5', fault: { status } }]);
    await refreshes(3);
  }
  desk.vendor.clearFaults();
  await refreshes(2);

  const lines = desk.bff
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
