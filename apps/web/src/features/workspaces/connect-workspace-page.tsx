import type { Workspace } from '@console/console-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { paths } from '../../app/paths.ts';
import { usePage } from '../../shared/page/use-page.ts';
import { useRefusal } from '../../shared/session/signed-in.tsx';
import { Button } from '../../ui/actions/button.tsx';
import { buttonClass } from '../../ui/actions/button-class.ts';
import { PageHeader } from '../../ui/layout/page-header.tsx';
import { Banner } from '../../ui/status/banner.tsx';
import { connectWorkspaceMutation, workspaceQueries } from './queries.ts';
import { useVerifyWorkspace, type VerifyMutation } from './use-verify-workspace.ts';
import { VerificationCard } from './verification-card.tsx';
import { toNewWorkspace } from './workspace-fields.ts';
import { WorkspaceForm } from './workspace-form.tsx';

/** Connects a subscription: save first, then ask the gateway. What was saved stays, whatever the gateway says. */
export function ConnectWorkspacePage() {
  const queryClient = useQueryClient();
  const adminReason = useRefusal('workspaces.change');
  const verify = useVerifyWorkspace();
  // Without another workspace there is nowhere to go back to.
  const others = useQuery(workspaceQueries.list()).data?.workspaces.length;
  const connect = useMutation({
    ...connectWorkspaceMutation,
    onSuccess: (workspace) => {
      void queryClient.invalidateQueries({ queryKey: workspaceQueries.all });
      verify.mutate(workspace.id);
    },
  });
  const title = connect.data ? connect.data.name : 'Connect a workspace';
  usePage(title);
  return (
    <div className="grid max-w-[760px] gap-4">
      <PageHeader title={title} />
      {connect.data ? (
        <Connected workspace={connect.data} verify={verify} />
      ) : (
        <>
          <p className="m-0 max-w-[68ch] text-ink-2">
            A workspace is one subscription of the vendor. The console signs in to its gateway with an API
            client of that subscription and keeps the client’s secret sealed.
          </p>
          <WorkspaceForm
            error={connect.error}
            onSubmit={(values) => connect.mutate(toNewWorkspace(values))}
            buttons={
              <>
                <Button type="submit" variant="primary" busy={connect.isPending} disabledReason={adminReason}>
                  Connect workspace
                </Button>
                {others !== undefined && others > 0 && (
                  <Link to={paths.home} className={buttonClass('plain')}>
                    Cancel
                  </Link>
                )}
              </>
            }
          />
        </>
      )}
    </div>
  );
}

function SavedBanner({ failed, accepted }: { failed: boolean; accepted: boolean }) {
  if (!failed) {
    return (
      <Banner tone="ok" title="The workspace is saved.">
        Its secret is sealed. The console asks the gateway with it.
      </Banner>
    );
  }
  return (
    <Banner
      tone="warn"
      title={
        accepted
          ? 'The workspace is saved, but only a part of it works.'
          : 'The workspace is saved, but it does not work yet.'
      }
    >
      See below what failed, change those values and verify again. What is saved stays.
    </Banner>
  );
}

function Connected({ workspace, verify }: { workspace: Workspace; verify: VerifyMutation }) {
  const failed = verify.data?.ok === false || verify.isError;
  return (
    <>
      <SavedBanner
        failed={failed}
        accepted={verify.data?.steps.some(({ outcome }) => outcome === 'ok') === true}
      />
      <VerificationCard
        verification={verify.data ?? null}
        runningSince={verify.isPending ? verify.submittedAt : undefined}
        error={verify.error}
        actions={
          <>
            <Link to={paths.connectors(workspace.id)} className={buttonClass(failed ? 'plain' : 'primary')}>
              Go to connectors
            </Link>
            <Link to={paths.settings(workspace.id)} className={buttonClass(failed ? 'primary' : 'plain')}>
              Change settings
            </Link>
            {failed && <Button onClick={() => verify.mutate(workspace.id)}>Verify again</Button>}
          </>
        }
      />
    </>
  );
}
