import type { Cloud } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { usePage } from '../../shared/page/use-page.ts';
import { useRefusal, useWorkspace } from '../../shared/session/signed-in.tsx';
import { Breadcrumbs, PageHeader } from '../../ui/layout/page-header.tsx';
import { CloudMark } from '../../ui/status/cloud-mark.tsx';
import { EmptyState } from '../../ui/status/page-states.tsx';
import { DraftList } from './drafts/draft-list.tsx';
import { places } from './places.ts';
import { onboardingQueries } from './queries.ts';

/** Where a connector begins: the cloud to onboard, or a draft to go on with. */
export function ChooseCloudPage() {
  usePage('New connector', 'Connectors');
  const workspace = useWorkspace().id;
  const refused = useRefusal('connectors.onboard');
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
            <CloudCard workspace={workspace} cloud="azure" title="Azure tenant">
              All subscriptions of a tenant, or of the management groups you choose. You need the tenant ID
              and an application with a client secret that may read them.
            </CloudCard>
            <CloudCard workspace={workspace} cloud="aws" title="AWS organization">
              All accounts of an organization, or of the organizational units you choose. You need a role in
              the management account and one in each member account; templates for both are ready inside.
            </CloudCard>
          </div>
          <DraftList workspace={workspace} drafts={drafts} />
        </div>
      ) : (
        <EmptyState title="You have read-only access">{refused}</EmptyState>
      )}
    </>
  );
}

function CloudCard(props: { workspace: string; cloud: Cloud; title: string; children: string }) {
  const { workspace, cloud, title, children } = props;
  return (
    <Link
      to={places.newOf(workspace, cloud)}
      className="grid content-start gap-1.5 rounded-lg border border-line-strong bg-surface p-4 text-ink no-underline hover:border-accent hover:bg-accent-soft"
    >
      <CloudMark cloud={cloud} />
      <span className="font-semibold text-lg">{title}</span>
      <span className="text-ink-2 text-sm">{children}</span>
    </Link>
  );
}
