import { useMutation, useQueryClient } from '@tanstack/react-query';
import { connectorQueries, refreshConnectorsMutation } from '../queries.ts';

/** Reads the lists of both clouds at the gateway now: one reading, whichever button asks for it and however often. */
export function useListRefresh(workspace: string): ListRefresh {
  const queryClient = useQueryClient();
  const mutationKey = ['connectors', workspace, 'refresh'];
  const { mutate, isPending, error } = useMutation({
    ...refreshConnectorsMutation,
    mutationKey,
    onSuccess: (fresh) => queryClient.setQueryData(connectorQueries.list(workspace).queryKey, fresh),
  });
  // The second press of a double click comes before the button is drawn as busy.
  const start = () => {
    if (queryClient.isMutating({ mutationKey }) === 0) mutate(workspace);
  };
  return { start, isPending, error };
}

export type ListRefresh = { start: () => void; isPending: boolean; error: Error | null };
