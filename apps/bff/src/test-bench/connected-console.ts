/** A console, signed in and connected to a simulator of its own, for tests of what the two do together. */
import {
  type Answer,
  type AwsConnectorSpec,
  type AzureConnectorSpec,
  type Call,
  type Endpoint,
  endpoints,
  type NewWorkspace,
  type Operation,
  Problem,
  pathOf,
  settledStates,
} from '@console/console-contract';
import { createSimulator, type SeedName, type SimulatorOptions } from '@console/gateway-simulator';
import { type Answered, type BffOptions, startBff, type TestBff } from './bff.ts';

export type ConnectedOptions = Omit<BffOptions, 'gatewayHosts'> & {
  seed?: SeedName;
  /** Settings of the simulator; jobs take no time unless `pace` is set. */
  simulated?: NonNullable<SimulatorOptions['settings']>;
  /** More hosts that workspaces may point to. */
  otherHosts?: string[];
};

export type ConnectedConsole = Awaited<ReturnType<typeof startConnected>>;

/** A fault that keeps a call waiting until the faults are replaced: for what a test does while an answer is on its way. */
export const untilReleased = { delayMs: 3_600_000 };
/** The same for the answer alone: the call has its effect, or has read what there was, at once. */
export const answerUntilReleased = { delayAnswerMs: 3_600_000 };

export const clientCredentials = { clientId: 'client-of-tests', clientSecret: 'canary-client-secret-7f3a' };

export async function startConnected(options: ConnectedOptions = {}) {
  const { seed = 'empty', simulated = {}, otherHosts = [], ...more } = options;
  const simulator = createSimulator({ ...clientCredentials, seed, settings: { pace: 0, ...simulated } });
  const gateway = await simulator.listen();
  const gatewayHost = `127.0.0.1:${gateway.port}`;
  const bff = await startBff({ ...more, gatewayHosts: [gatewayHost, ...otherHosts] });
  const client = clientOf(bff, await bff.signIn());
  const workspace = await client.ask(endpoints.createWorkspace, { body: workspaceAt(gateway.url) });
  return {
    ...client,
    bff,
    workspace,
    gateway,
    vendor: simulator.control,
    /** Lets so many seconds pass for the console at once: pauses end, what it remembers becomes old. */
    advance: bff.clock.advance,
    /** Carries the work through without waiting for the pauses that the console makes for it. */
    hurried: <T>(work: Promise<T>): Promise<T> => {
      const timer = setInterval(() => bff.clock.advance(1), 20);
      return work.finally(() => clearInterval(timer));
    },
    /** Another workspace at the same simulator, with a snapshot of its own. */
    async connect(name: string): Promise<string> {
      const body = workspaceAt(gateway.url, { name });
      return (await client.ask(endpoints.createWorkspace, { body })).id;
    },
    /** The list when nothing of it is being read: until then rows may still come, change, or go by themselves. */
    wholeList: (of = workspace.id) =>
      eventually(
        () => client.ask(endpoints.listConnectors, { params: { workspace: of } }),
        ({ freshness }) => freshness.asOf !== null && !freshness.refreshing,
      ),
    /** Calls of one operation that the simulator has answered, or cut off. */
    calls: (operation: string) =>
      simulator.control.journal().filter((entry) => entry.operation === operation),
    /** Waits until it is known what came of a change, and has the console look for that now instead of at its own time. */
    settled: ({ id: operation }: Pick<Operation, 'id'>) =>
      eventually(
        async () => {
          await bff.lookNow();
          return client.ask(endpoints.readOperation, { params: { workspace: workspace.id, operation } });
        },
        ({ state }) => settledStates.includes(state),
      ),
    /** Waits until one has reached the simulator since its faults were set, answered or not. */
    arrived: (operation: string) =>
      eventually(
        async () => simulator.control.arrived(operation),
        (calls) => calls > 0,
      ),
    async [Symbol.asyncDispose]() {
      await bff.close();
      await gateway.close();
    },
  };
}

export function workspaceAt(url: string, facts: Partial<NewWorkspace> = {}): NewWorkspace {
  const address = { platform: 'custom', apiServerUrl: url, gatewayUrl: url } as const;
  return { name: 'Test', ...address, ...clientCredentials, ...facts };
}

/** The connector of the Azure document's own sample. */
export const sampleSpec: AzureConnectorSpec = {
  name: 'Azure Org',
  description: 'azure org connector description',
  cspm: true,
  remediation: true,
  tenantId: '5b9d3c1e-8f24-4a6b-9c57-2e1f0a7d6b34',
  tenantName: 'Tenant name',
  applicationId: '0c6f2b7a-31d4-4e85-a9f1-6b2c8d5e7f10',
  secretExpiresOn: '2027-01-31',
  scope: { included: [], excluded: [] },
  memberPrefix: 'createdbyorg',
  createForNewAccounts: true,
  disableForDeleted: true,
  runEveryDays: 1,
  memberRunEveryDays: 1,
  activation: { vm: false, pc: false, sca: false, certView: false },
  tagIds: [],
};

export const sampleSecret = 'q9w8Q~example_only_not_a_real_secret_value';

/** An organization whose root has the units of the AWS document's own samples. */
export const sampleAwsSpec: AwsConnectorSpec = {
  name: 'AWS Org',
  cspm: true,
  remediation: false,
  partition: 'global',
  baseAccountId: '805950163170',
  roleArn: 'arn:aws:iam::123456789012:role/connector_org',
  rootId: 'r-zar5',
  scope: { included: ['ou-zar5-12hpzogk'], excluded: [] },
  memberPrefix: 'createdbyorg',
  allRegions: true,
  allPostureRegions: true,
  perimeterScan: false,
  runEveryHours: 4,
  memberRunEveryHours: 4,
  activateVm: false,
  tagIds: [],
};

export const sampleExternalIds = {
  externalId: 'canary-external-id-4471',
  memberExternalId: 'canary-member-external-id-4472',
};

type Asked<E extends Endpoint> = {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: E extends { body: object } ? Call<E>['body'] : undefined;
};

/** A person at a browser: calls endpoints by name, and takes the good answer or the refusal. */
export function clientOf(bff: TestBff, cookie: string) {
  return { ask, refused, send };

  /** The parsed answer; any other status than the endpoint's own fails the test. */
  async function ask<E extends Endpoint>(endpoint: E, asked: Asked<E>): Promise<Answer<E>> {
    const answered = await send(endpoint, asked);
    if (answered.status !== (endpoint.status ?? 200)) {
      throw new Error(`${endpoint.method} ${endpoint.path} answered ${answered.status}: ${answered.text}`);
    }
    return endpoint.answer?.parse(answered.body) as Answer<E>;
  }

  /** The problem; a good answer fails the test. */
  async function refused<E extends Endpoint>(endpoint: E, asked: Asked<E>) {
    const { status, body } = await send(endpoint, asked);
    return { status, ...Problem.parse(body) };
  }

  function send<E extends Endpoint>(endpoint: E, { params, query, body }: Asked<E>): Promise<Answered> {
    return bff.send(endpoint.method, pathOf(endpoint, params, query), { body, cookie });
  }
}

/**
 * Asks until the answer is as wished, and fails with the last one when that takes too long. Long enough for the slowest machine: how fast
 * something is, is for its own clock to tell.
 */
export async function eventually<T>(
  ask: () => Promise<T>,
  isWished: (answer: T) => boolean,
  withinMilliseconds = 100_000,
): Promise<T> {
  const end = performance.now() + withinMilliseconds;
  for (;;) {
    const answer = await ask();
    if (isWished(answer)) return answer;
    if (performance.now() > end)
      throw new Error(`It never came to that; last seen: ${JSON.stringify(answer).slice(0, 400)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
