/** The members of a connector, read through, and the connectors that a member may join. */
import type { Cloud, Member, MemberList, MemberTargets } from '@console/console-contract';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { GatewayError, type GatewayErrorKind } from '../ports/gateway-error.ts';
import type { SeenMembers } from './store.ts';

export type MemberService = ReturnType<typeof createMemberService>;

type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  seen: SeenMembers;
  clock: Clock;
  /** What the console's list says of the connector; `null` for one that it does not list. */
  summaryOf: (workspaceId: string, cloud: Cloud, id: string) => Promise<{ members: number | null } | null>;
};

/** Failures after which what was seen last is better than nothing; a refusal is an answer. */
const silent: readonly GatewayErrorKind[] = ['unavailable', 'timeout', 'rate-limited', 'unreadable'];

export function createMemberService({ gatewayOf, seen, summaryOf, clock }: Deps) {
  return { list, listTargets };

  /** The AWS document has no call that lists members: there the answer is what the console saw, and says that it is incomplete. */
  async function list(workspaceId: string, cloud: Cloud, id: string): Promise<MemberList> {
    const gateway = await gatewayOf(workspaceId);
    if (cloud === 'azure') return listAzure(gateway, workspaceId, id);
    const { members, seenAt } = await seen.list(workspaceId, id);
    const total = (await summaryOf(workspaceId, cloud, id))?.members ?? null;
    return { members, total, incomplete: true, source: 'seen', asOf: (seenAt ?? clock.now()).toISOString() };
  }

  /** A14, or what it answered last when the gateway does not answer now. */
  async function listAzure(gateway: ConnectorGateway, workspaceId: string, id: string): Promise<MemberList> {
    try {
      const { rows, incomplete } = await gateway.listAzureMembers(id);
      // A user who may read could have the answers to invented ids kept without end.
      if ((await summaryOf(workspaceId, 'azure', id)) !== null) {
        const stored = incomplete ? await withSeenBefore(workspaceId, id, rows) : rows;
        await seen.saveListing(workspaceId, id, { rows: stored, incomplete });
      }
      return { ...whole(rows), incomplete, source: 'gateway', asOf: clock.now().toISOString() };
    } catch (error) {
      const isSilent = error instanceof GatewayError && silent.includes(error.kind);
      const last = isSilent ? await seen.findListing(workspaceId, id) : null;
      if (last === null) throw error;
      const { rows, incomplete, seenAt } = last;
      return { ...whole(rows), incomplete, source: 'snapshot', asOf: seenAt.toISOString() };
    }
  }

  /** A list that was cut short does not say that those it leaves out are gone. */
  async function withSeenBefore(workspaceId: string, id: string, rows: Member[]): Promise<Member[]> {
    const listed = new Set(rows.map((member) => member.id));
    const before = (await seen.findListing(workspaceId, id))?.rows ?? [];
    return [...rows, ...before.filter((member) => !listed.has(member.id))];
  }

  /** A13 takes the member's id, W11 its UUID. */
  async function listTargets(workspaceId: string, cloud: Cloud, member: string): Promise<MemberTargets> {
    const gateway = await gatewayOf(workspaceId);
    const { rows, incomplete } = await (cloud === 'azure'
      ? gateway.listAzureTargets(member)
      : gateway.listAwsTargets(member));
    const known = cloud === 'aws' ? await seen.findByUuid(workspaceId, member) : null;
    const targets = rows.map(({ id, name }) => ({ id, name }));
    return { member: known && { name: known.name }, targets, incomplete };
  }
}

function whole(members: Member[]) {
  return { members, total: members.length };
}
