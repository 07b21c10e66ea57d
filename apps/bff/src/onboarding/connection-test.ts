/** The connection test: the gateway tries the tenant's credentials and copies its management groups, which takes a while. */
import type { BareProblem, ConnectionTestProgress, ManagementGroups } from '@console/console-contract';
import type { Clock } from '../ports/clock.ts';
import type { AzureTestProgress, ConnectorGateway } from '../ports/connector-gateway.ts';
import { GatewayError } from '../ports/gateway-error.ts';
import type { Secret } from '../ports/secret.ts';

type Deps = {
  clock: Clock;
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  /** What a message of the cloud most likely means, and what to do about it. */
  explain: (message: string) => { title: string; steps: string[] } | null;
};

export type TestCredentials = { tenantId: string; applicationId: string; secretValue: Secret };
export type ConnectionTests = ReturnType<typeof createConnectionTests>;

const longestTestSeconds = 5 * 60;

export function createConnectionTests({ gatewayOf, explain, clock }: Deps) {
  return { start, read, listManagementGroups };

  async function start(workspaceId: string, credentials: TestCredentials) {
    const gateway = await gatewayOf(workspaceId);
    const { jobId } = await gateway.testAzure(credentials);
    return { jobId, startedAt: clock.now().toISOString() };
  }

  /** `startedAt` is what `start` answered: the gateway may go on with a job of its own that is older, and its clock may differ. */
  async function read(
    workspaceId: string,
    jobId: string,
    startedAt: string | undefined,
  ): Promise<ConnectionTestProgress> {
    const gateway = await gatewayOf(workspaceId);
    try {
      return progressOf(await gateway.readAzureTest(jobId), startedAt);
    } catch (error) {
      if (error instanceof GatewayError && error.kind === 'not-found') return forgotten;
      throw error;
    }
  }

  /** Asks for every page; the gateway knows the groups only after a test of the same pair has succeeded. */
  async function listManagementGroups(
    workspaceId: string,
    tenant: { tenantId: string; applicationId: string },
  ): Promise<ManagementGroups> {
    const gateway = await gatewayOf(workspaceId);
    const { rows, alike, incomplete } = await gateway.listManagementGroups(tenant);
    return { groups: rows, alike, incomplete };
  }

  function progressOf(
    { state, stateText, error, startedAt, updatedAt }: AzureTestProgress,
    ownStart: string | undefined,
  ) {
    const times = { stateText, startedAt, updatedAt };
    if (state === 'running' && isTooOld(ownStart))
      return { state: 'failed', problem: tooLong, ...times } as const;
    if (state !== 'failed') return { state, problem: null, ...times };
    return { state, problem: refusedByCloud(error), ...times };
  }

  function isTooOld(ownStart: string | undefined): boolean {
    return ownStart !== undefined && clock.now().getTime() - Date.parse(ownStart) > longestTestSeconds * 1000;
  }

  function refusedByCloud(error: string | null): BareProblem {
    const cause = error === null ? null : explain(error);
    return {
      code: 'gateway-or-cloud-refused',
      message: cause === null ? 'The connection test failed.' : `The connection test failed: ${cause.title}.`,
      kept: 'Nothing was created; what you entered is still here.',
      // One step a line: the page makes a list of them.
      next:
        cause?.steps.join('\n') ??
        'Check the Tenant ID, the Application ID and the secret value, then test again.',
      ...(error === null ? {} : { detail: error.slice(0, 500) }),
    };
  }
}
const tooLong: BareProblem = {
  code: 'gateway-timeout',
  message: 'The connection test has been running for more than five minutes.',
  kept: 'Nothing was created; what you entered is still here.',
  next: 'Test again. If it never ends, the vendor’s support can see why.',
};

const forgotten: ConnectionTestProgress = {
  state: 'failed',
  stateText: 'NOT_FOUND',
  problem: {
    code: 'gateway-not-found',
    message: 'The gateway does not know this connection test any more.',
    kept: 'Nothing was created; what you entered is still here.',
    next: 'Test again.',
  },
  startedAt: null,
  updatedAt: null,
};
