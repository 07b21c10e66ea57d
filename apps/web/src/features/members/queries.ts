import { memberEndpoints } from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import type { ConnectorAddress } from '../../shared/connector-address.ts';
import { call } from '../../shared/console-client.ts';

export const memberQueries = {
  list: ({ workspace, cloud, id }: ConnectorAddress) =>
    queryOptions({
      queryKey: ['members', workspace, cloud, id],
      queryFn: ({ signal }) =>
        call(memberEndpoints.listMembers, { params: { workspace, cloud, id }, signal }),
      refetchInterval: 60_000,
    }),
};
