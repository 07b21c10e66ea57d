/** The members of a connector, read through, and the connectors that a member may join. */
import type { Cloud, Connector, Member, MemberList, MemberTargets } from '@console/console-contract';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorGateway } from '../ports/connector-gateway.ts';
import { GatewayError, type GatewayErrorKind } from '../ports/gateway-error.ts';
import type { SeenMembers } from './store.ts';

export type MemberService = ReturnType<typeof createMemberService>;

/** `detail` is `null` while it was never read. */
type StoredConnector = { summary: { members: number | null }; detail: Connector | null };

type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  seen: SeenMembers;
  clock: Clock;
  /** What the console has of the connector; `null` for one that it does not list. */
  storedOf: (workspaceId: string, cloud: Cloud, id: string) => Promise<StoredConnector | null>;
};

/** Failures after which what was seen last is better than nothing; a refusal is an answer. */
const silent: readonly GatewayErrorKind[] = ['unavailable', 'timeout', 'rate-limited', 'unreadable'];

export function createMemberService({ gatewayOf, seen, storedOf, clock }: Deps) {
  return { list, listTargets };

  /** The AWS document has no call that lists members: there the answer is what the console saw, and says that it is incomplete. */
  async function list(workspaceId: string, cloud: Cloud, id: string): Promise<MemberList> {
    const gateway = await gatewayOf(workspaceId);
    if (cloud === 'azure') return listAzure(gateway, workspaceId, id);
    const { members, seenAt } = await seen.list(workspaceId, id);
    const stored = await storedOf(workspaceId, cloud, id);
    const asOf = (seenAt ?? clock.now()).toISOString();
    const total = stored?.summary.members ?? null;
    return { members: withOwnAccounts(members, stored), total, incomplete: true, source: 'seen', asOf };
  }

  /** A14, or what it answered last when the gateway does not answer now. */
  async function listAzure(gateway: ConnectorGateway, workspaceId: string, id: string): Promise<MemberList> {
    try {
      const { rows: listed, incomplete } = await gateway.listAzureMembers(id);
      const stored = await storedOf(workspaceId, 'azure', id);
      const rows = withOwnAccounts(listed, stored);
      // A user who may read could have the answers to invented ids kept without end.
      if (stored !== null) {
        const kept = incomplete ? await withSeenBefore(workspaceId, id, rows) : rows;
        await seen.saveListing(workspaceId, id, { rows: kept, incomplete });
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

/**
 * An account that two members have, or that the connector itself was made with, is none of theirs. Until the connector's detail was read, a
 * UUID of Azure may be that of its application.
 */
function withOwnAccounts(members: readonly Member[], stored: StoredConnector | null): Member[] {
  const detail = stored?.detail ?? null;
  const count = Map.groupBy(members, ({ accountId }) => accountId);
  const isOwn = (account: string) =>
    count.get(account)?.length === 1 &&
    (isUuid(account) ? detail?.cloud === 'azure' : true) &&
    !idsOf(detail).includes(account);
  return members.map((member) => {
    const { accountId } = member;
    return accountId === null || isOwn(accountId) ? member : { ...member, accountId: null };
  });
}

/** By which the gateway may know the apps of the connector itself. */
function idsOf(detail: Connector | null): string[] {
  if (detail === null) return [];
  const own =
    detail.cloud === 'azure'
      ? [detail.organizationId, detail.tenantId, detail.applicationId]
      : [detail.roleArn?.split(':')[4]];
  return own.flatMap((id) => id?.toLowerCase() ?? []);
}

function isUuid(account: string): boolean {
  return account.includes('-');
}

function whole(members: Member[]) {
  return { members, total: members.length };
}
