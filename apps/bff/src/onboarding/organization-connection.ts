/** What the AWS wizard asks the gateway: whether the role can be assumed, and which units the organization has. */
import type { AwsConnectionTest, BareProblem, OrganizationalUnits } from '@console/console-contract';
import type { AwsConnection, ConnectorGateway } from '../ports/connector-gateway.ts';
import { GatewayError } from '../ports/gateway-error.ts';

type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  explain: (message: string) => { title: string; steps: string[] } | null;
};

export type OrganizationConnection = ReturnType<typeof createOrganizationConnection>;

export function createOrganizationConnection({ gatewayOf, explain }: Deps) {
  return { test, listUnits };

  /** AWS's refusal is an answer to the test; anything else that goes wrong is an error of the call. */
  async function test(workspaceId: string, connection: AwsConnection): Promise<AwsConnectionTest> {
    const gateway = await gatewayOf(workspaceId);
    try {
      await gateway.testAws(connection);
      return { state: 'succeeded', problem: null, at: new Date().toISOString() };
    } catch (error) {
      if (!(error instanceof GatewayError) || error.kind !== 'gateway-or-cloud-refused') throw error;
      return { state: 'failed', problem: refused(error.detail), at: new Date().toISOString() };
    }
  }

  /** The gateway knows the units only after a test under the same name has succeeded. */
  async function listUnits(
    workspaceId: string,
    { connectorName, rootId }: { connectorName: string; rootId: string },
  ): Promise<OrganizationalUnits> {
    const gateway = await gatewayOf(workspaceId);
    const { rows, incomplete } = await gateway.listOrganizationalUnits(connectorName, rootId);
    return { units: rows, incomplete };
  }

  function refused(detail: string | null): BareProblem {
    const cause = detail === null ? null : explain(detail);
    return {
      code: 'gateway-or-cloud-refused',
      message: cause === null ? 'The connection test failed.' : `The connection test failed: ${cause.title}.`,
      kept: 'Nothing was created; what you entered is still here.',
      // One step a line: the page makes a list of them.
      next:
        cause?.steps.join('\n') ?? 'Check the role, its trust policy and the external id, then test again.',
      ...(detail === null ? {} : { detail }),
    };
  }
}
