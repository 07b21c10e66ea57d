/** What several parts of a connector's page read: its tabs tell how much is behind them. */
import { type JobError, jobErrorEndpoints, memberEndpoints } from '@console/console-contract';
import { queryOptions } from '@tanstack/react-query';
import { numberText } from '../../ui/time/number-text.ts';
import { call } from '../console/console-client.ts';
import type { ConnectorAddress } from './connector-address.ts';

// Read again when the job moves on (`useFreshParts`): the gateway is asked for each reading.
const SELDOM_MS = 300_000;

export function memberListQuery({ workspace, cloud, id }: ConnectorAddress) {
  return queryOptions({
    queryKey: ['members', workspace, cloud, id],
    queryFn: ({ signal }) => call(memberEndpoints.listMembers, { params: { workspace, cloud, id }, signal }),
    refetchInterval: SELDOM_MS,
  });
}

export function lastJobQuery({ workspace, cloud, id }: ConnectorAddress) {
  return queryOptions({
    queryKey: ['job-errors', workspace, cloud, id],
    queryFn: ({ signal }) =>
      call(jobErrorEndpoints.readLastJob, { params: { workspace, cloud, id }, signal }),
    refetchInterval: SELDOM_MS,
  });
}

/** Equal errors are shown once, and counted as often as they came. */
export function errorsText(errors: readonly JobError[]): string {
  const count = errors.reduce((sum, { times = 1 }) => sum + times, 0);
  return count === 1 ? 'One error' : `${numberText(count)} errors`;
}
