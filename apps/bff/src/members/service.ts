/** The members of a connector, read through. */
import type { Cloud, MemberList } from '@console/console-contract';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';

export type MemberService = ReturnType<typeof createMemberService>;

export function createMemberService(gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>) {
  return {
    /** The AWS document has no call that lists members, so there the answer is empty and says that it is incomplete. */
    async list(workspaceId: string, cloud: Cloud, id: string): Promise<MemberList> {
      const gateway = await gatewayOf(workspaceId);
      const listing = cloud === 'azure' ? await gateway.listAzureMembers(id) : { rows: [], incomplete: true };
      return { members: listing.rows, incomplete: listing.incomplete, asOf: new Date().toISOString() };
    },
  };
}
