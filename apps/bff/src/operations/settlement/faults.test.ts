import { endpoints, type Operation } from '@console/console-contract';
import type { FaultRule } from '@console/gateway-simulator';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  type ConnectedConsole,
  sampleSecret,
  sampleSpec,
  startConnected,
  untilReleased,
} from '../../test-bench/connected-console.ts';
import { creatingClient } from '../../test-bench/creating-client.ts';

/** Shorter than the console waits before it answers a person without the outcome. */
const writeSeconds = 10;

let client: ConnectedConsole;
let creating: ReturnType<typeof creatingClient>;
beforeAll(async () => {
  client = await startConnected({ deadlines: { write: writeSeconds * 1000 } });
  creating = creatingClient(client);
  await client.wholeList();
});
afterEach(() => {
  client.vendor.clearFaults();
  client.vendor.clearJournal();
});
afterAll(() => client[Symbol.asyncDispose]());

type Cloud = 'azure' | 'aws';
const here = () => ({ params: { workspace: client.workspace.id } });
const at = (cloud: Cloud, id: string) => ({ params: { workspace: client.workspace.id, cloud, id } });
const key = () => ({ idempotencyKey: crypto.randomUUID() });
const list = async () => (await client.ask(endpoints.listConnectors, here())).connectors;
/** Every change with the call it makes, what must be there before, and what it is when that call never had an effect. */
const changes: {
  what: string;
  operation: string;
  missing: string[];
  prepare: (name: string) => Promise<string>;
  ask: (name: string, target: string) => Promise<Operation>;
}[] = [
  {
    what: 'create on Azure',
    operation: 'A3',
    missing: ['absent'],
    prepare: async () => '',
    ask: (name) => creating.createAzure(name),
  },
  {
    what: 'create on AWS',
    operation: 'W2',
    missing: ['absent'],
    prepare: async (name) => (await creating.testAws(name)).state,
    ask: (name) => creating.createAws(name),
  },
  ...(['azure', 'aws'] as const).flatMap((cloud) => {
    const ids = { run: ['A7', 'W6'], switch: ['A10', 'W7'], delete: ['A16', 'W9'] } as const;
    const call = (kind: keyof typeof ids) => ids[kind][cloud === 'azure' ? 0 : 1];
    const prepare = async (name: string) => {
      const { connectorId } = await (cloud === 'azure'
        ? creating.createAzure(name)
        : creating.onboardAws(name));
      return connectorId ?? '';
    };
    return [
      {
        what: `run on ${cloud}`,
        operation: call('run'),
        missing: ['needs-review'],
        prepare,
        ask: (_name: string, target: string) =>
          client.ask(endpoints.runConnector, { ...at(cloud, target), body: key() }),
      },
      {
        what: `disable on ${cloud}`,
        operation: call('switch'),
        missing: ['absent'],
        prepare,
        ask: (_name: string, target: string) =>
          client.ask(endpoints.disableConnector, { ...at(cloud, target), body: key() }),
      },
      {
        what: `delete on ${cloud}`,
        operation: call('delete'),
        missing: ['absent'],
        prepare,
        ask: (name: string, target: string) =>
          client.ask(endpoints.deleteConnector, { ...at(cloud, target), body: { ...key(), name } }),
      },
    ];
  }),
];

describe.each(changes)('$what', ({ what, operation, missing, prepare, ask }) => {
  const struckBy = async (fault: FaultRule['fault'], name: string) => {
    const target = await prepare(name);
    client.vendor.setFaults([{ operation, times: 1, fault }]);
    // Wrapped, so that awaiting the strike does not await the answer.
    return { answer: ask(name, target) };
  };
  const outcomeOf = async (fault: FaultRule['fault'], name: string) =>
    creating.settled(await (await struckBy(fault, name)).answer);

  test('FLT-01 that is answered too late is unknown, never failed, and found out by reading', async () => {
    const { answer } = await struckBy(untilReleased, `Late ${what}`);
    await client.arrived(operation);
    client.bff.clock.passDeadlines(writeSeconds);
    const late = await answer;
    client.vendor.clearFaults();

    expect(late).toMatchObject({ state: 'unknown', problem: { code: 'outcome-unknown' } });
    const known = await creating.settled(late);
    expect(['adopted', ...missing]).toContain(known.state);
    expect(client.calls(operation)).toHaveLength(1);
  });

  test('FLT-02 FLT-04 that never arrived is not sent again, and said to be safe to try again', async () => {
    const lost = await outcomeOf({ drop: 'before' }, `Never arrived ${what}`);

    expect(missing).toContain(lost.state);
    expect(lost.problem?.next).toBeTruthy();
    expect(client.calls(operation)).toHaveLength(1);
  });

  test('FLT-02 whose answer is cut off after it took effect is adopted, and was sent once', async () => {
    const cut = await outcomeOf({ drop: 'after-commit' }, `Cut off ${what}`);

    expect(cut).toMatchObject({ state: 'adopted', problem: null });
    expect(client.calls(operation)).toHaveLength(1);
  });
});

describe.each(['azure', 'aws'] as const)('a list of %s that lags behind', (cloud) => {
  const listing = cloud === 'azure' ? 'A5' : 'W3';
  const empty = { status: 200, body: { content: [], hasNext: false } };
  const refresh = () => client.ask(endpoints.refreshConnectors, here());

  test('FLT-15 keeps what was just created, and offers no second creation', async () => {
    const name = `Fresh ${cloud}`;
    const { connectorId } = await (cloud === 'azure'
      ? creating.createAzure(name)
      : creating.onboardAws(name));
    client.vendor.setFaults([{ operation: listing, fault: empty }]);

    await refresh();

    expect((await list()).filter((row) => row.name === name)).toMatchObject([{ id: connectorId }]);
  });

  test('FLT-15 does not bring back what was just deleted', async () => {
    const name = `Ghost ${cloud}`;
    const { connectorId } = await (cloud === 'azure'
      ? creating.createAzure(name)
      : creating.onboardAws(name));
    const id = connectorId ?? '';
    await client.ask(endpoints.deleteConnector, { ...at(cloud, id), body: { ...key(), name } });
    const still = { id, name, state: 'FINISHED_SUCCESS' };
    client.vendor.setFaults([
      { operation: listing, fault: { status: 200, body: { content: [still], hasNext: false } } },
    ]);

    client.advance(5);
    await refresh();

    expect((await list()).some((row) => row.id === id)).toBe(false);
  });
});

describe('the audit trail and the database', () => {
  test('REL-07 a change that cannot be written to the audit trail is refused, and nothing is sent', async () => {
    const { db } = client.bff.database;
    await db.execute(sql`
      create function refuse_audit() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$`);
    await db.execute(
      sql`create trigger refuse before insert on activity for each row execute function refuse_audit()`,
    );

    const answer = await client.send(endpoints.createAzureConnector, {
      ...here(),
      body: {
        ...key(),
        spec: { ...sampleSpec, name: 'Unwritten' },
        secretValue: sampleSecret,
        runNow: false,
        draftId: null,
      },
    });
    await db.execute(sql`drop trigger refuse on activity`);

    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(client.calls('A3')).toEqual([]);
    const { rows } = await db.execute(sql`select 1 from operations where connector_name = 'Unwritten'`);
    expect(rows).toEqual([]);
  });

  test('REL-05 while the database is away nothing is sent; a change it lost sight of is found when it is back', async () => {
    const { id } = await away(async () => {
      const refused = await client.send(endpoints.createAzureConnector, {
        ...here(),
        body: request('Before intent'),
      });
      expect(refused.status).toBe(503);
      expect(client.calls('A3')).toEqual([]);
      return { id: null };
    });
    expect(id).toBeNull();

    client.vendor.setFaults([{ operation: 'A3', times: 1, fault: untilReleased }]);
    const asked = client.send(endpoints.createAzureConnector, { ...here(), body: request('After send') });
    await client.arrived('A3');
    await away(async () => {
      client.vendor.clearFaults();
      expect((await asked).status).toBe(503);
    });

    const { operations } = await client.ask(endpoints.listOperations, here());
    const lost = operations.find(({ connectorName }) => connectorName === 'After send');
    expect(['adopted', 'succeeded']).toContain((await client.settled({ id: lost?.id ?? '' })).state);
    expect(client.calls('A3')).toHaveLength(1);
  });

  const request = (name: string) => ({
    ...key(),
    spec: { ...sampleSpec, name },
    secretValue: sampleSecret,
    runNow: false,
    draftId: null,
  });

  async function away<T>(work: () => Promise<T>): Promise<T> {
    const resume = await client.bff.database.suspend();
    try {
      return await work();
    } finally {
      await resume();
    }
  }
});
