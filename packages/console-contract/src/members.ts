/** Member connectors: one per Azure subscription or AWS account. */
import * as z from 'zod/mini';
import { ConnectorState } from './connectors.ts';
import type { Endpoint } from './endpoint.ts';
import { ConnectorId, ConnectorParams, Timestamp } from './values.ts';

export const Member = z.object({
  id: ConnectorId,
  uuid: z.nullable(z.string()),
  name: z.string(),
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
  /** Rows that could not be read, or a cloud for which the gateway offers no such list. */
  incomplete: z.boolean(),
  asOf: Timestamp,
});
export type MemberList = z.output<typeof MemberList>;

export const memberEndpoints = {
  listMembers: {
    summary:
      'The members of a connector; for AWS the gateway offers no list, so it is empty and marked incomplete',
    method: 'GET',
    path: '/api/workspaces/{workspace}/connectors/{cloud}/{id}/members',
    access: 'viewer',
    params: ConnectorParams,
    answer: MemberList,
  },
} as const satisfies Record<string, Endpoint>;
