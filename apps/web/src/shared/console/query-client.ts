import { QueryClient } from '@tanstack/react-query';
import { isPassing } from './console-problem.ts';

/**
 * How the application remembers answers. Reads are tried once more when the console could not be reached and never when
 * it answered; changes are never repeated by themselves. `always`: a console on this very machine works offline.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 10_000,
        retry: (failures, error) => failures < 1 && isPassing(error),
        retryDelay: 800,
        refetchOnWindowFocus: true,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
