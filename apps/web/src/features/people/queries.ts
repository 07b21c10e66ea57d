import { peopleEndpoints, type SetupRequest } from '@console/console-contract';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/console/console-client.ts';

export const peopleQueries = {
  setup: () =>
    queryOptions({
      queryKey: ['people', 'setup'],
      queryFn: ({ signal }) => call(peopleEndpoints.readSetup, { signal }),
    }),
};

export const setUpMutation = mutationOptions({
  mutationFn: (request: SetupRequest) => call(peopleEndpoints.setUp, { body: request }),
});
