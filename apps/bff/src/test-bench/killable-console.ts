/** A console of its own process, connected to a simulator, for tests that kill it and start it again on the same database. */
import { randomBytes } from 'node:crypto';
import { endpoints, type Operation, settledStates } from '@console/console-contract';
import { createSimulator, type SeedName, type SimulatorOptions } from '@console/gateway-simulator';
import { clientCredentials, eventually, sampleSecret, sampleSpec, workspaceAt } from './connected-console.ts';
import { type ConsoleProcess, makeConsoleHome } from './console-process.ts';
import { createTestDatabase } from './test-database.ts';

export type KillableOptions = {
  seed?: SeedName;
  /** Settings of the simulator; jobs take no time unless `pace` is set. */
  simulated?: NonNullable<SimulatorOptions['settings']>;
  /** For `fault`; the processes after the first have none. */
  faultOnSignal?: boolean;
};

export type KillableConsole = Awaited<ReturnType<typeof startKillable>>;

/** Starts it with one workspace, at a simulator that answers after a moment: a kill can fall into that. */
export async function startKillable(options: KillableOptions = {}) {
  const { seed = 'empty', simulated = {}, faultOnSignal = false } = options;
  const settings = { pace: 0, latencyMs: 60, ...simulated };
  const simulator = createSimulator({ ...clientCredentials, seed, settings });
  const gateway = await simulator.listen();
  const database = await createTestDatabase();
  const keys = `test:${randomBytes(32).toString('base64')}`;
  const home = await makeConsoleHome(database, `127.0.0.1:${gateway.port}`, keys);
  let running: ConsoleProcess = await home.start({ faultOnSignal });
  const made = await running.call(endpoints.createWorkspace, {}, workspaceAt(gateway.url));
  const workspace = endpoints.createWorkspace.answer.parse(made).id;
  const vendor = simulator.control;

  return {
    workspace,
    vendor,
    database,
    call: (...asked: Parameters<ConsoleProcess['call']>) => running.call(...asked),
    fault: () => running.fault(),
    kill: () => running.kill(),
    /** The next process; the one before must have ended. */
    async start(): Promise<void> {
      running = await home.start();
    },
    settledOperations,
    create,
    committed,
    untilRecorded,
    async [Symbol.asyncDispose]() {
      await running.kill();
      await home.remove();
      await database.close();
      await gateway.close();
    },
  };

  /** Every operation, once the console knows what became of each. */
  function settledOperations(): Promise<Operation[]> {
    const read = async () =>
      endpoints.listOperations.answer.parse(await running.call(endpoints.listOperations, { workspace }));
    const all = async () => (await read()).operations;
    return eventually(all, (operations) => operations.every(({ state }) => settledStates.includes(state)));
  }

  /** Sends a creation; undefined when the console ends before it has answered. */
  function create(name: string): Promise<unknown> {
    const spec = { ...sampleSpec, name };
    const idempotencyKey = crypto.randomUUID();
    const body = { idempotencyKey, spec, secretValue: sampleSecret, runNow: false, draftId: null };
    return running.call(endpoints.createAzureConnector, { workspace }, body).catch(() => undefined);
  }

  /** Bodies of the calls of one operation that changed something, read at the gateway itself. */
  function committed(operation: string): object[] {
    const calls = vendor.journal().filter((entry) => entry.operation === operation && entry.committed);
    return calls.map(({ body }) => Object(body));
  }

  /** Waits for the row as the database has it: the console that wrote it is about to be killed. */
  async function untilRecorded(name: string, ...states: string[]): Promise<void> {
    const select = 'select state from operations where connector_name = $1';
    await eventually(
      async () => (await database.pool.query(select, [name])).rows,
      (rows) => states.includes(rows[0]?.state),
    );
  }
}

export const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
