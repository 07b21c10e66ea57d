import { type ConnectorSummary, endpoints } from '@console/console-contract';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { startBff } from '../../test-bench/bff.ts';
import { clientOf, eventually, startConnected } from '../../test-bench/connected-console.ts';

const withError = ({ newestError }: ConnectorSummary) => newestError !== null;

test('an error that the console can explain stands in the list with its cause, and on the page of its connector with the steps', async () => {
  await using client = await startConnected({ seed: 'demo' });
  const params = { workspace: client.workspace.id };
  const { connectors } = await eventually(
    () => {
      client.advance(5);
      return client.ask(endpoints.refreshConnectors, { params });
    },
    (list) => list.connectors.every(({ errorsUnread }) => !errorsUnread),
  );

  const failing = connectors.filter(withError);
  const expired = failing.find(({ newestError }) => newestError?.includes('AADSTS7000222'));
  expect(expired?.newestCause).toBe('The client secret has expired');
  expect(failing.filter(({ newestCause }) => newestCause !== null).length).toBeGreaterThan(5);
  expect(connectors.filter((row) => !withError(row) && row.newestCause !== null)).toEqual([]);
  const { cause } = await client.ask(endpoints.readConnector, {
    params: { ...params, cloud: 'azure', id: expired?.id ?? '' },
  });
  expect(cause).toMatchObject({ title: 'The client secret has expired', kind: 'configuration' });
  expect(cause?.steps.length).toBeGreaterThan(1);
});

test('what errors mean is derived anew at a start, and is no event of the connector', async () => {
  await using client = await startConnected({ seed: 'demo' });
  await client.wholeList();
  const { database } = client.bff;
  const { rows: before } = await eventually(
    () =>
      database.db.execute(
        sql`select id, newest_cause from connectors where newest_cause is not null order by id`,
      ),
    ({ rows }) => rows.length > 0,
  );
  await client.bff.console.stop();
  await database.db.execute(
    sql`update connectors set newest_cause = 'In the words of another version' where newest_error is not null`,
  );
  const observed = async () => (await database.db.execute(sql`select from observations`)).rowCount;
  const events = await observed();

  const next = await startBff({ database, gatewayHosts: [new URL(client.gateway.url).host] });
  try {
    const list = await clientOf(next, await next.signIn()).ask(endpoints.listConnectors, {
      params: { workspace: client.workspace.id },
    });
    const causes = list.connectors.flatMap(({ id, newestCause }) =>
      newestCause === null ? [] : [{ id, newest_cause: newestCause }],
    );

    expect(causes.toSorted((one, other) => one.id.localeCompare(other.id, 'en'))).toEqual(
      before.toSorted((one, other) => String(one.id).localeCompare(String(other.id), 'en')),
    );
    expect(await observed()).toBe(events);
  } finally {
    await next.close();
  }
});
