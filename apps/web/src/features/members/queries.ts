import { changeEndpoints, memberEndpoints, type Operation } from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import type { ConnectorAddress } from '../../shared/connectors/connector-address.ts';
import { call } from '../../shared/console/console-client.ts';

export const memberQueries = {
  /** Where a member may go, read when a person asks and not again by itself. */
  targets: ({ workspace, cloud }: ConnectorAddress, member: string) =>
    queryOptions({
      queryKey: ['member-targets', workspace, cloud, member],
      queryFn: ({ signal }) =>
        call(memberEndpoints.listMemberTargets, { params: { workspace, cloud, member }, signal }),
      staleTime: 0,
      gcTime: 0,
      retry: false,
      refetchOnWindowFocus: false,
    }),
};

export type MemberChange =
  /** `member` is a connector id on Azure and a UUID on AWS. */
  | (ConnectorAddress & { kind: 'attach'; member: string })
  | (ConnectorAddress & { kind: 'detach'; members: string[] });

export function sendMemberChange(change: MemberChange, idempotencyKey: string): Promise<Operation> {
  const { workspace, cloud, id } = change;
  const params = { workspace, cloud, id };
  return change.kind === 'attach'
    ? call(changeEndpoints.attachMember, { params, body: { idempotencyKey, member: change.member } })
    : call(changeEndpoints.detachMembers, { params, body: { idempotencyKey, members: change.members } });
}
