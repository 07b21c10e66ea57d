/** The members of a connector, read through, and the connectors that a member may join. */
import type { Cloud, MemberList, MemberTargets } from '@console/console-contract';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import type { SeenMembers } from './store.ts';

export type MemberService = ReturnType<typeof createMemberService>;

type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  seen: SeenMembers;
};

export function createMemberService({ gatewayOf, seen }: Deps) {
  return {
    /** The AWS document has no call that lists members: there the answer is what the console saw, and says that it is incomplete. */
    async list(workspaceId: string, cloud: Cloud, id: string): Promise<MemberList> {
      const gateway = await gatewayOf(workspaceId);
      const listing =
        cloud === 'azure'
          ? await gateway.listAzureMembers(id)
          : { rows: await seen.list(workspaceId, id), incomplete: true };
      return { members: listing.rows, incomplete: listing.incomplete, asOf: new Date().toISOString() };
    },
    /** A13 takes the member's id, W11 its UUID. */
    async targets(workspaceId: string, cloud: Cloud, member: string): Promise<MemberTargets> {
      const gateway = await gatewayOf(workspaceId);
      const { rows, incomplete } = await (cloud === 'azure'
        ? gateway.listAzureTargets(member)
        : gateway.listAwsTargets(member));
      const known = cloud === 'aws' ? await seen.findByUuid(workspaceId, member) : null;
      const targets = rows.map(({ id, name }) => ({ id, name }));
      return { member: known && { name: known.name }, targets, incomplete };
    },
  };
}
