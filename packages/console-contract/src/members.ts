/** Member connectors: one per Azure subscription or AWS account. Attaching and detaching are operations. */
import * as z from 'zod/mini';
import { MemberParam } from './connectors/cloud-ids.ts';
import { ConnectorState } from './connectors/reading.ts';
import type { Endpoint } from './endpoint.ts';
import { Cloud, ConnectorId, ConnectorParams, Id, Timestamp } from './values.ts';

export const Member = z.object({
  id: ConnectorId,
  uuid: z.nullable(z.string()),
  name: z.string(),
  /** The subscription on Azure, the account on AWS, where an answer of the gateway tells it. */
  accountId: z.nullable(z.string()),
  state: ConnectorState,
  stateText: z.string(),
  enabled: z.nullable(z.boolean()),
  attached: z.nullable(z.boolean()),
  /** The management group or organizational unit it came from. */
  parent: z.nullable(z.string()),
  modules: z.array(z.string()),
  lastSync: z.nullable(Timestamp),
});
export type Member = z.output<typeof Member>;

export const MemberList = z.object({
  members: z.array(Member),
  /** How many there are: on AWS by the list of connectors, which tells the number alone; `null` where it does not. */
  total: z.nullable(z.number()),
  /** Rows that could not be read, or a cloud for which the gateway offers no such list. */
  incomplete: z.boolean(),
  /** `snapshot`: the gateway did not answer, and this is what it last listed. `seen`: it lists no members of this cloud; these were named in its answers. */
  source: z.enum(['gateway', 'snapshot', 'seen']),
  /** When the gateway listed them; of those that were seen, when one was seen last. */
  asOf: Timestamp,
});
export type MemberList = z.output<typeof MemberList>;

export const MemberTargets = z.object({
  /** The member itself, where the console has seen it: no call tells of one by its id or UUID. */
  member: z.nullable(z.object({ name: z.string() })),
  /** Organization connectors that the gateway would let the member join. */
  targets: z.array(z.object({ id: ConnectorId, name: z.string() })),
  incomplete: z.boolean(),
});
export type MemberTargets = z.output<typeof MemberTargets>;

export const memberEndpoints = {
  listMembers: {
    summary:
      'The members of a connector; for AWS the gateway offers no list: those the console saw, marked incomplete',
    method: 'GET',
    path: '/api/workspaces/{workspace}/connectors/{cloud}/{id}/members',
    access: 'connectors.read',
    params: ConnectorParams,
    answer: MemberList,
  },
  listMemberTargets: {
    summary: 'The organization connectors that a member may join',
    method: 'GET',
    path: '/api/workspaces/{workspace}/members/{cloud}/{member}/targets',
    access: 'connectors.change',
    params: z.object({ workspace: Id, cloud: Cloud, member: MemberParam }),
    answer: MemberTargets,
  },
} as const satisfies Record<string, Endpoint>;
