import { type NewWorkspace, type WorkspaceChange, workspaceEndpoints } from '@console/console-contract';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../../shared/console/console-client.ts';

export const workspaceQueries = {
  all: ['workspaces'] as const,
  list: () =>
    queryOptions({
      queryKey: ['workspaces', 'list'],
      queryFn: ({ signal }) => call(workspaceEndpoints.listWorkspaces, { signal }),
      staleTime: 60_000,
    }),
  platforms: () =>
    queryOptions({
      queryKey: ['workspaces', 'platforms'],
      queryFn: ({ signal }) => call(workspaceEndpoints.listPlatforms, { signal }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
};

export const connectWorkspaceMutation = mutationOptions({
  mutationFn: (body: NewWorkspace) => call(workspaceEndpoints.createWorkspace, { body }),
});

export const changeWorkspaceMutation = mutationOptions({
  mutationFn: ({ workspace, change }: { workspace: string; change: WorkspaceChange }) =>
    call(workspaceEndpoints.changeWorkspace, { params: { workspace }, body: change }),
});

export const verifyWorkspaceMutation = mutationOptions({
  mutationFn: (workspace: string) => call(workspaceEndpoints.verifyWorkspace, { params: { workspace } }),
});
