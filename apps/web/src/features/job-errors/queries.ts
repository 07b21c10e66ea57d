import { jobErrorEndpoints } from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import type { ConnectorAddress } from '../../shared/connectors/connector-address.ts';
import { call } from '../../shared/console/console-client.ts';

export const jobErrorQueries = {
  lastJob: ({ workspace, cloud, id }: ConnectorAddress) =>
    queryOptions({
      queryKey: ['job-errors', workspace, cloud, id],
      queryFn: ({ signal }) =>
        call(jobErrorEndpoints.readLastJob, { params: { workspace, cloud, id }, signal }),
      // Read again when the job moves on (`useFreshParts`): the gateway is asked for each reading.
      refetchInterval: 300_000,
    }),
};
