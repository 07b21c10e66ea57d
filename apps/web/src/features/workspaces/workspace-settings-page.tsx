import type { Workspace } from '@console/console-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { freshnessQuery } from '../../shared/console/freshness-query.ts';
import { usePage } from '../../shared/page/use-page.ts';
import { useRefusal, useWorkspace } from '../../shared/session/signed-in.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { changeWorkspaceMutation, workspaceQueries } from './queries.ts';
import { SnapshotScannerCard } from './snapshot-scanner-card.tsx';
import { useVerifyWorkspace, type VerifyMutation } from './use-verify-workspace.ts';
import { VerificationCard } from './verification-card.tsx';
import { toWorkspaceChange } from './workspace-fields.ts';
import { WorkspaceForm } from './workspace-form.tsx';

/** How this workspace reaches the gateway: verify it, rename it, replace its secret, move it to another platform. */
export function WorkspaceSettingsPage() {
  const workspace = useWorkspace();
  const verify = useVerifyWorkspace();
  usePage('Settings', workspace.name);
  return (
    <div className="grid max-w-[760px] gap-4">
      <PageHeader title="Settings" note={workspace.name} />
      <Connection workspace={workspace} verify={verify} />
      <Credentials workspace={workspace} verify={verify} />
      <SnapshotScannerCard workspace={workspace.id} />
    </div>
  );
}

type PartProps = { workspace: Workspace; verify: VerifyMutation };

function Connection({ workspace, verify }: PartProps) {
  const operatorReason = useRefusal('workspaces.verify');
  const freshness = useQuery(freshnessQuery(workspace.id));
  return (
    <VerificationCard
      verification={verify.data ?? workspace.verification}
      runningSince={verify.isPending ? verify.submittedAt : undefined}
      error={verify.error}
      lastRead={readSince(workspace.secret.updatedAt, freshness.data?.asOf)}
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

/** A reading from before the stored secret says nothing of it. */
function readSince(secretAt: string | null, asOf: string | null | undefined): string | null {
  if (!asOf || (secretAt !== null && Date.parse(asOf) < Date.parse(secretAt))) return null;
  return asOf;
}

function Credentials({ workspace, verify }: PartProps) {
  const queryClient = useQueryClient();
  const adminReason = useRefusal('workspaces.change');
  const change = useMutation({
    ...changeWorkspaceMutation,
    onSuccess: (changed) => {
      // What reaches the gateway was changed: whether it works is known at once. A new name proves nothing.
      if (changed.verification === null) verify.mutate(changed.id);
      return queryClient.invalidateQueries({ queryKey: workspaceQueries.all });
    },
  });
  return (
    <>
      {change.isSuccess && (
        <Banner tone="ok" title="Changes saved." onDismiss={change.reset}>
          {verify.isPending || verify.data
            ? 'Above stands whether the gateway accepts them.'
            : 'What reaches the gateway is as it was.'}
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
