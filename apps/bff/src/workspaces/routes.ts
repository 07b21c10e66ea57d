/** Workspaces and platforms over HTTP. */
import type { Routes } from '../http/handler.ts';
import { Secret, secretIfGiven } from '../ports/secret.ts';
import { listPlatforms } from './platforms.ts';
import type { WorkspaceService } from './service.ts';

type WorkspaceRoutes = Routes<
  | 'listPlatforms'
  | 'listWorkspaces'
  | 'createWorkspace'
  | 'readWorkspace'
  | 'changeWorkspace'
  | 'verifyWorkspace'
  | 'readScannerRegistration'
>;

export function workspaceRoutes(workspaces: WorkspaceService): WorkspaceRoutes {
  return {
    listPlatforms: async () => ({ platforms: listPlatforms() }),
    listWorkspaces: async () => ({ workspaces: await workspaces.list() }),
    createWorkspace: (call) => {
      const wanted = { ...call.body, clientSecret: new Secret(call.body.clientSecret) };
      return workspaces.create(wanted, call);
    },
    readWorkspace: ({ params }) => workspaces.read(params.workspace),
    changeWorkspace: (call) => {
      const wanted = { ...call.body, clientSecret: secretIfGiven(call.body.clientSecret) };
      return workspaces.change(call.params.workspace, wanted, call);
    },
    verifyWorkspace: ({ params }) => workspaces.verify(params.workspace),
    readScannerRegistration: ({ params }) => workspaces.readScanner(params.workspace),
  };
}
