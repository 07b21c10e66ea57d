import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useRoleReason, useWorkspace } from '../../shared/signed-in.tsx';
import { usePage } from '../../shared/use-page.ts';
import { CloudMark } from '../../ui/cloud-mark.tsx';
import { Breadcrumbs, PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/page-states.tsx';
import { DraftList } from './draft-list.tsx';
import { places } from './places.ts';
import { onboardingQueries } from './queries.ts';

/** Where a connector begins: the cloud to onboard, or a draft to go on with. */
export function ChooseCloudPage() {
  usePage('New connector', 'Connectors');
  const workspace = useWorkspace().id;
  const refused = useRoleReason('operator');
  const drafts = useQuery({ ...onboardingQueries.drafts(workspace), enabled: refused === undefined });
  return (
    <>
      <PageHeader
        title="New connector"
        breadcrumbs={
          <Breadcrumbs>
            <Link to={places.connectors(workspace)}>Connectors</Link>
            <span aria-current="page">New</span>
          </Breadcrumbs>
        }
      />
      {refused === undefined ? (
        <div className="grid max-w-[820px] gap-6">
          <div className="grid gap-3 sm:grid-cols-2">
            <AzureCard workspace={workspace} />
            <AwsCard />
          </div>
          <DraftList workspace={workspace} drafts={drafts} />
        </div>
      ) : (
        <EmptyState title="You may look, not add connectors">{refused}</EmptyState>
      )}
    </>
  );
}

function AzureCard({ workspace }: { workspace: string }) {
  return (
    <Link
      to={places.step(workspace, null, 'basics')}
      className="grid content-start gap-1.5 rounded-lg border border-line-strong bg-surface p-4 text-ink no-underline hover:border-accent hover:bg-accent-soft"
    >
      <CloudMark cloud="azure" />
      <span className="font-semibold text-lg">Azure tenant</span>
      <span className="text-ink-2 text-sm">
        All subscriptions of a tenant, or of the management groups you choose. You need the tenant ID and an
        application with a client secret that may read them.
      </span>
    </Link>
  );
}

function AwsCard() {
  return (
    <div className="grid content-start gap-1.5 rounded-lg border border-line border-dashed p-4">
      <CloudMark cloud="aws" />
      <span className="font-semibold text-ink-2 text-lg">AWS organization</span>
      <span className="text-ink-2 text-sm">
        Not offered yet by this version of the console. AWS connectors made elsewhere appear in the list and
        can be read here.
      </span>
    </div>
  );
}
