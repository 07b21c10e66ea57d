import { accountEndpoints, type PasswordChange } from '@console/console-contract';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/console/console-client.ts';

export const ownSessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => call(accountEndpoints.listOwnSessions, { signal }),
  staleTime: 0,
});

export const changePasswordMutation = mutationOptions({
  mutationFn: (request: PasswordChange) => call(accountEndpoints.changePassword, { body: request }),
});

/** One session by its key, or all but the one that asks. */
export const endSessionsMutation = mutationOptions({
  mutationFn: (which: { key: string } | 'others') =>
    which === 'others'
      ? call(accountEndpoints.endOtherSessions, {})
      : call(accountEndpoints.endOwnSession, { params: { session: which.key } }),
});
