import { randomBytes } from 'node:crypto';
import { AzureEditing, endpoints, type Operation, settledStates } from '@console/console-contract';
import { createSimulator } from '@console/gateway-simulator';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  clientCredentials,
  eventually,
  sampleSecret,
  sampleSpec,
  untilReleased,
  workspaceAt,
} from '../test-bench/connected-console.ts';
import { type ConsoleHome, type ConsoleProcess, makeConsoleHome } from '../test-bench/console-process.ts';
import { createTestDatabase, type TestDatabase } from '../test-bench/test-database.ts';

const simulator = createSimulator({ ...clientCredentials, seed: 'empty', settings: { pace: 0 } });
let gateway: Awaited<ReturnType<typeof simulator.listen>>;
let database: TestDatabase;
let home: ConsoleHome;
let running: ConsoleProcess | undefined;
let workspace: string;

beforeAll(async () => {
  gateway = await simulator.listen();
  database = await createTestDatabase();
  const keys = `test:${randomBytes(32).toString('base64')}`;
  home = await makeConsoleHome(database, `127.0.0.1:${gateway.port}`, keys);
  running = await home.start();
  const made = await running.call(endpoints.createWorkspace, {}, workspaceAt(gateway.url));
  workspace = endpoints.createWorkspace.answer.parse(made).id;
  await running.kill();
});
afterEach(async () => {
  simulator.control.clearFaults();
  await running?.kill();
});
afterAll(async () => {
  await home.remove();
  await database.close();
  await gateway.close();
});

const operations = async (of: ConsoleProcess): Promise<Operation[]> =>
  endpoints.listOperations.answer.parse(await of.call(endpoints.listOperations, { workspace })).operations;

/** Every operation of a console that has just started, once it knows what became of each. */
const settledOperations = (of: ConsoleProcess) =>
  eventually(
    () => operations(of),
    (all) => all.every(({ state }) => settledStates.includes(state)),
  );

/** Sends a creation and does not wait: a console that is killed answers nothing. */
function create(of: ConsoleProcess, name: string): Promise<unknown> {
  const body = {
    idempotencyKey: crypto.randomUUID(),
    spec: { ...sampleSpec, name },
    secretValue: sampleSecret,
    runNow: false,
    draftId: null,
  };
  return of.call(endpoints.createAzureConnector, { workspace }, body).catch(() => undefined);
}

/** Names of the connectors that the gateway has, read at the gateway itself. */
function connectorsCreated(): string[] {
  return simulator.control
    .journal()
    .filter(({ operation, committed }) => operation === 'A3' && committed)
    .map(({ body }) =>
      body !== null && typeof body === 'object' && 'name' in body ? String(body.name) : '',
    );
}

/** The operation is marked as sent before the first byte leaves, so the kill that follows races with the gateway. */
const untilSent = (name: string) => untilRecorded(name, 'sent', 'succeeded');

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('REL-01 a console killed -9 at 20 points of a creation makes each connector once or not at all, and knows which', async () => {
  simulator.control.clearJournal();
  simulator.control.setSettings({ latencyMs: 15 });
  for (let round = 0; round < 20; round += 1) {
    running = await home.start();
    const answered = create(running, `Killed ${round}`);
    // Half of them around the moment when the gateway acts, the others from before the request is read to after its answer.
    if (round % 2 === 0) await untilSent(`Killed ${round}`);
    await pause(round % 2 === 0 ? round : round * 10);
    // However slow the machine is, one kill comes after the gateway has acted.
    if (round === 10) await untilCreated(`Killed ${round}`);
    await running.kill();
    await answered;
  }
  simulator.control.setSettings({ latencyMs: 0 });
  running = await home.start();

  const settled = await settledOperations(running);

  const created = connectorsCreated();
  const happened = settled.filter(({ state }) => state === 'succeeded' || state === 'adopted');
  expect(created).toContain('Killed 10');
  expect(new Set(created).size, 'nothing was created twice').toBe(created.length);
  expect(happened.map(({ connectorName }) => connectorName).sort()).toEqual(created.sort());
  expect(settled.filter(({ state }) => state === 'needs-person')).toEqual([]);
});

test('REL-02 a console killed -9 at 20 points of an edit leaves the connector old or new, never mixed, and says which', async () => {
  running = await home.start();
  const made = endpoints.createAzureConnector.answer.parse(await create(running, 'Edited and killed'));
  const params = { workspace, cloud: 'azure', id: made.connectorId ?? '' };
  const open = async (of: ConsoleProcess) => AzureEditing.parse(await of.call(endpoints.readEditing, params));
  const told: string[] = [];
  simulator.control.setSettings({ latencyMs: 15 });
  for (let round = 0; round < 20; round += 1) {
    const { version } = await open(running);
    // Two fields that change together: a mixture would show.
    const spec = {
      ...sampleSpec,
      name: 'Edited and killed',
      description: `round ${round}`,
      runEveryDays: 1 + (round % 7),
    };
    const body = {
      idempotencyKey: crypto.randomUUID(),
      version,
      spec,
      secretValue: sampleSecret,
      keepSecret: false,
    };
    const answered = running.call(endpoints.editAzureConnector, params, body).catch(() => undefined);
    await pause(round * 12);
    await running.kill();
    await answered;
    running = await home.start();
    await settledOperations(running);
    const { values } = await open(running);
    told.push(`${values.description} every ${values.runEveryDays}`);
  }
  simulator.control.setSettings({ latencyMs: 0 });

  const settled = (await settledOperations(running)).filter(({ kind }) => kind === 'edit-connector');

  const whole = [
    'azure org connector description every 1',
    ...Array.from({ length: 20 }, (_, round) => `round ${round} every ${1 + (round % 7)}`),
  ];
  expect(
    told.filter((state) => !whole.includes(state)),
    'never mixed',
  ).toEqual([]);
  expect(settled.every(({ state }) => ['succeeded', 'adopted', 'absent', 'failed'].includes(state))).toBe(
    true,
  );
  const happened = settled.filter(({ state }) => state === 'succeeded' || state === 'adopted');
  const edits = simulator.control
    .journal()
    .filter(({ operation, committed }) => operation === 'A4' && committed);
  expect(edits).toHaveLength(happened.length);
});

test('REL-22 a fault that nobody caught ends the console, tells no values, and the next start finds what was open', async () => {
  simulator.control.setFaults([{ operation: 'A3', fault: untilReleased }]);
  running = await home.start({ faultOnSignal: true });
  void create(running, 'Open at the fault');
  await untilArrived('A3');

  const { code, output } = await running.fault();
  simulator.control.clearFaults();
  running = await home.start();

  expect(code).toBe(1);
  expect(output).toContain('uncaught');
  expect(output).not.toContain('canary-of-a-fault');
  const settled = await settledOperations(running);
  expect(settled.find(({ connectorName }) => connectorName === 'Open at the fault')?.state).toBe('adopted');
});

test('REL-04 killed before the request left is absent; killed after it is found at the gateway', async () => {
  simulator.control.clearJournal();
  simulator.control.setFaults([{ operation: 'A5', fault: untilReleased }]);
  running = await home.start();
  void create(running, 'Never left');
  await untilRecorded('Never left', 'requested');
  await running.kill();
  simulator.control.setFaults([{ operation: 'A3', fault: untilReleased }]);
  running = await home.start();
  void create(running, 'Left and lost');
  await untilArrived('A3');
  await running.kill();
  simulator.control.clearFaults();
  running = await home.start();

  const settled = await settledOperations(running);

  const stateOf = (name: string) => settled.find(({ connectorName }) => connectorName === name)?.state;
  expect(stateOf('Never left')).toBe('absent');
  expect(stateOf('Left and lost')).toBe('adopted');
  expect(connectorsCreated()).toEqual(['Left and lost']);
});

/** Waits until a call is at the gateway, answered or not. */
async function untilArrived(operation: string): Promise<void> {
  await eventually(
    async () => simulator.control.arrived(operation),
    (calls) => calls > 0,
  );
}

async function untilCreated(name: string): Promise<void> {
  await eventually(
    async () => connectorsCreated(),
    (names) => names.includes(name),
  );
}

/** Waits for the row as the database has it: the console that wrote it is about to be killed. */
async function untilRecorded(name: string, ...states: string[]): Promise<void> {
  await eventually(
    async () =>
      (await database.pool.query('select state from operations where connector_name = $1', [name])).rows,
    (rows) => states.includes(rows[0]?.state),
  );
}
