/** What the AWS wizard asks the gateway: whether the role can be assumed, and which units the organization has. */
import type {
  AwsConnectionTest,
  AwsTestRequest,
  BareProblem,
  OrganizationalUnits,
} from '@console/console-contract';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { GatewayError } from '../ports/gateway-error.ts';
import { Refusal } from '../ports/refusal.ts';
import type { Secret, WithSecrets } from '../ports/secret.ts';

type ConnectionAsked = { roleArn: string; baseAccountId: string };

type Deps = {
  /** Keeps the tree, so that the units of a scope have names later. */
  keepTree: (workspaceId: string, rootId: string, tree: OrganizationalUnits) => Promise<void>;
  clock: Clock;
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  explain: (message: string) => { title: string; steps: string[] } | null;
  /** What is kept for a connector's own role, `null` for any other. */
  keptExternalId: (
    connector: { workspaceId: string; id: string },
    asked: ConnectionAsked,
  ) => Promise<Secret | null>;
};

type TestRequest = WithSecrets<AwsTestRequest, 'externalId'>;

export type OrganizationConnection = ReturnType<typeof createOrganizationConnection>;

export function createOrganizationConnection(deps: Deps) {
  const { gatewayOf, explain, keptExternalId, keepTree, clock } = deps;
  return { test, listUnits };

  /** AWS's refusal is an answer to the test; anything else that goes wrong is an error of the call. */
  async function test(workspaceId: string, request: TestRequest): Promise<AwsConnectionTest> {
    const { connector, externalId: given, ...connection } = request;
    // First: what is given or opened after it goes to where the workspace pointed when it was asked for.
    const gateway = await gatewayOf(workspaceId);
    const externalId = given ?? (await keptOf(workspaceId, connector, connection));
    try {
      await gateway.testAws({ ...connection, externalId });
      return { state: 'succeeded', problem: null, at: clock.now().toISOString() };
    } catch (error) {
      if (!(error instanceof GatewayError) || error.kind !== 'gateway-or-cloud-refused') throw error;
      return { state: 'failed', problem: refused(error.detail), at: clock.now().toISOString() };
    }
  }

  /** The gateway knows the units only after a test under the same name has succeeded. */
  async function listUnits(
    workspaceId: string,
    { connectorName, rootId }: { connectorName: string; rootId: string },
  ): Promise<OrganizationalUnits> {
    const gateway = await gatewayOf(workspaceId);
    const { rows, incomplete } = await gateway.listOrganizationalUnits(connectorName, rootId);
    // Before a test the gateway answers an empty list: it says nothing about what is kept.
    if (rows.length > 0) await keepTree(workspaceId, rootId, { units: rows, incomplete });
    return { units: rows, incomplete };
  }

  async function keptOf(
    workspaceId: string,
    id: string | undefined,
    asked: ConnectionAsked,
  ): Promise<Secret> {
    const kept = id === undefined ? null : await keptExternalId({ workspaceId, id }, asked);
    if (kept === null) throw externalIdNeeded();
    return kept;
  }

  function refused(detail: string | null): BareProblem {
    const cause = detail === null ? null : explain(detail);
    return {
      code: 'gateway-or-cloud-refused',
      message: cause === null ? 'The connection test failed.' : `The connection test failed: ${cause.title}.`,
      kept: 'Nothing was created or changed; what you entered is still here.',
      // One step a line: the page makes a list of them.
      next:
        cause?.steps.join('\n') ?? 'Check the role, its trust policy and the external id, then test again.',
      ...(detail === null ? {} : { detail }),
    };
  }
}

function externalIdNeeded(): Refusal {
  return new Refusal('secret-needed', 'The external id has to be entered for this test.', {
    kept: 'Nothing was sent; what you entered is still here.',
    next: 'Enter it as it stands in the trust policy of the role. The console uses the one it keeps only for the role it was given for.',
    fields: { externalId: 'The test needs it.' },
  });
}
