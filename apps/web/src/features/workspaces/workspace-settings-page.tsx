import type { Workspace } from '@console/console-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRoleReason, useWorkspace } from '../../shared/signed-in.tsx';
import { usePage } from '../../shared/use-page.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { changeWorkspaceMutation, workspaceQueries } from './queries.ts';
import { SnapshotScannerCard } from './snapshot-scanner-card.tsx';
import { useVerifyWorkspace } from './use-verify-workspace.ts';
import { VerificationCard } from './verification-card.tsx';
import { toWorkspaceChange } from './workspace-fields.ts';
import { WorkspaceForm } from './workspace-form.tsx';

/** How this workspace reaches the gateway: verify it, rename it, replace its secret, move it to another platform. */
export function WorkspaceSettingsPage() {
  const workspace = useWorkspace();
  usePage('Settings', workspace.name);
  return (
    <div className="grid max-w-[760px] gap-4">
      <PageHeader title="Settings" note={workspace.name} />
      <Connection workspace={workspace} />
      <Credentials workspace={workspace} />
      <SnapshotScannerCard workspace={workspace.id} />
    </div>
  );
}

function Connection({ workspace }: { workspace: Workspace }) {
  const operatorReason = useRoleReason('operator');
  const verify = useVerifyWorkspace();
  return (
    <VerificationCard
      verification={verify.data ?? workspace.verification}
      runningSince={verify.isPending ? verify.submittedAt : undefined}
      error={verify.error}
      actions={
        <Button
          busy={verify.isPending}
          disabledReason={operatorReason}
          onClick={() => verify.mutate(workspace.id)}
        >
          Verify
        </Button>
      }
    />
  );
}

function Credentials({ workspace }: { workspace: Workspace }) {
  const queryClient = useQueryClient();
  const adminReason = useRoleReason('admin');
  const change = useMutation({
    ...changeWorkspaceMutation,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: workspaceQueries.all }),
  });
  return (
    <>
      {change.isSuccess && (
        <Banner tone="ok" title="Changes saved." onDismiss={change.reset}>
          Verify the connection to see whether the gateway accepts them.
        </Banner>
      )}
      <WorkspaceForm
        // A stored change makes a new form, so that the typed secret is gone from the page.
        key={`${workspace.secret.updatedAt} ${workspace.clientId} ${workspace.gatewayUrl}`}
        stored={workspace}
        error={change.error}
        onSubmit={(values) =>
          change.mutate({ workspace: workspace.id, change: toWorkspaceChange(values, workspace) })
        }
        buttons={
          <Button type="submit" variant="primary" busy={change.isPending} disabledReason={adminReason}>
            Save changes
          </Button>
        }
      />
    </>
  );
}
