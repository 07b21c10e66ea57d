import { peopleEndpoints, type SignInRequest, sessionEndpoints } from '@console/console-contract';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/console/console-client.ts';

export const sessionQueries = {
  current: () =>
    queryOptions({
      queryKey: ['session'],
      queryFn: ({ signal }) => call(sessionEndpoints.readSession, { signal }),
      staleTime: 60_000,
    }),
  /** Asked anew where a person was sent to sign in: the refusal says why. */
  ended: () =>
    queryOptions({
      queryKey: ['session', 'ended'],
      queryFn: ({ signal }) => call(sessionEndpoints.readSession, { signal }),
      staleTime: 0,
      gcTime: 0,
    }),
  /** Whether there is a user who could sign in. */
  setup: () =>
    queryOptions({
      queryKey: ['session', 'setup'],
      queryFn: ({ signal }) => call(peopleEndpoints.readSetup, { signal }),
    }),
};

export const signInMutation = mutationOptions({
  mutationFn: (request: SignInRequest) => call(sessionEndpoints.signIn, { body: request }),
});

export const signOutMutation = mutationOptions({
  mutationFn: () => call(sessionEndpoints.signOut, {}),
});
