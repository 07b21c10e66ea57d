import { useMutation, useQueryClient } from '@tanstack/react-query';
import { verifyWorkspaceMutation, workspaceQueries } from './queries.ts';

/** Asks the gateway with the stored values; the workspace remembers the outcome, so it is read again afterwards. */
export function useVerifyWorkspace() {
  const queryClient = useQueryClient();
  return useMutation({
    ...verifyWorkspaceMutation,
    onSettled: () => queryClient.invalidateQueries({ queryKey: workspaceQueries.all }),
  });
}

export type VerifyMutation = ReturnType<typeof useVerifyWorkspace>;
