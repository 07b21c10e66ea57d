import type { Cloud, Draft, DraftContent } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { lazy, useCallback, useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { type ConnectorAddress, useConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { ProblemState } from '../../../shared/console/problem-banner.tsx';
import { useLateNavigate } from '../../../shared/page/use-late-navigate.ts';
import { useRefusal, useWorkspace } from '../../../shared/session/signed-in.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { SkeletonRows } from '../../../ui/status/page-states.tsx';
import { CopySource } from '../copying/copy-source.tsx';
import { CreationPage } from '../creation/creation-page.tsx';
import { places } from '../places.ts';
import { onboardingQueries } from '../queries.ts';
import { ReadOnly } from '../read-only.tsx';
import { Wizard, type WizardProps } from './wizard.tsx';
import { stepOf, type WizardStep } from './wizard-steps.ts';

const AzureWizard = lazy(async () => {
  const { azure } = await import('../azure/azure.ts');
  return { default: (props: WizardProps) => <Wizard cloud={azure} {...props} /> };
});
const AwsWizard = lazy(async () => {
  const { aws } = await import('../aws/aws.ts');
  return { default: (props: WizardProps) => <Wizard cloud={aws} {...props} /> };
});

/**
 * A wizard at its address: a new one of `cloud`, one with the values of the connector that the address names, or a draft
 * taken up again at the step the address names. One component for all of these, so that a wizard stays the same while its first change moves it to the address of its draft.
 */
export function WizardPage({ cloud }: { cloud?: Cloud }) {
  const workspace = useWorkspace().id;
  const refused = useRefusal('connectors.onboard');
  const { draft } = useParams();
  const [search] = useSearchParams();
  const source = useConnectorAddress();
  const { session, start } = useSession(draft, { cloud, source });
  const opened = useQuery({
    ...onboardingQueries.draft(workspace, session.first ?? ''),
    enabled: session.first !== null && refused === undefined,
  });

  if (refused !== undefined) {
    return <ReadOnly title={source === null ? 'New connector' : 'Clone'} refused={refused} />;
  }
  if (session.source !== null && session.first === null) {
    return (
      <CopySource key={`${session.source.cloud}/${session.source.id}`} source={session.source}>
        {(content, of) => (
          <WizardOfCloud cloud={content.cloud} opened={null} copied={{ of, content }} onStarted={start} />
        )}
      </CopySource>
    );
  }
  if (session.first !== null && opened.data === undefined) {
    const operation = search.get('operation');
    if (opened.error === null) return <SkeletonRows label="Loading the draft" />;
    if (operation !== null) return <CreationPage workspace={workspace} operation={operation} />;
    return (
      <ProblemState
        error={opened.error}
        actions={
          <Link to={places.newConnector(workspace)} className={buttonClass()}>
            Drafts and new connectors
          </Link>
        }
      />
    );
  }
  const key = `${session.cloud ?? ''}${session.first ?? 'new'}`;
  return <WizardOfCloud key={key} cloud={session.cloud} opened={opened.data ?? null} onStarted={start} />;
}

type OfCloudProps = {
  cloud: Cloud | undefined;
  opened: Draft | null;
  copied?: { of: string; content: DraftContent };
  onStarted: (draft: string) => void;
};

/** The wizard of the draft's cloud, or of the cloud that the address names. */
function WizardOfCloud({ cloud, opened, copied, onStarted }: OfCloudProps) {
  const workspace = useWorkspace().id;
  const { draft } = useParams();
  const navigate = useLateNavigate();
  const named = useStepName(opened?.step);
  const of = opened?.cloud ?? cloud ?? 'azure';
  const moveTo = useCallback(
    (started: string) => {
      onStarted(started);
      if (started === draft) return;
      const place = places.step({ workspace, cloud: of, draft: started }, stepInAddress(of));
      navigate(place, { replace: true });
    },
    [onStarted, navigate, workspace, draft, of],
  );
  const OfCloud = of === 'aws' ? AwsWizard : AzureWizard;
  return <OfCloud workspace={workspace} opened={opened} copied={copied} named={named} onStarted={moveTo} />;
}

/** Read from the browser itself: a step just gone to may not be drawn yet, and must not be taken back. */
function stepInAddress(cloud: Cloud): WizardStep {
  const { pathname, search } = window.location;
  const named = /\/drafts\/[^/]+\/([^/]+)$/.exec(pathname)?.[1] ?? new URLSearchParams(search).get('step');
  return stepOf(cloud, named);
}

/** What a wizard without a draft begins as: a new one of a cloud, or a copy. */
type Beginning = { cloud: Cloud | undefined; source: ConnectorAddress | null };
type Session = Beginning & { first: string | null; now: string | null };

/** One visit of a wizard: it keeps its memory, secrets above all, when its draft gets an address of its own. */
function useSession(draft: string | undefined, beginning: Beginning) {
  const fresh: Session = { ...beginning, first: draft ?? null, now: draft ?? null };
  const [session, setSession] = useState<Session>(fresh);
  const continues =
    draft === undefined
      ? session.first === null && isSame(session, beginning)
      : draft === session.now || draft === session.first;
  if (!continues) setSession(fresh);
  const start = useCallback(
    (started: string) =>
      setSession((before) => (before.now === started ? before : { ...before, now: started })),
    [],
  );
  return { session, start };
}

function isSame(one: Beginning, other: Beginning): boolean {
  const idOf = ({ source }: Beginning) => source && `${source.cloud}/${source.id}`;
  return one.cloud === other.cloud && idOf(one) === idOf(other);
}

/** From the address; a draft's address without a step leads to where it was left. */
function useStepName(left: string | undefined): string {
  const { step } = useParams();
  const [search] = useSearchParams();
  return step ?? search.get('step') ?? left ?? 'basics';
}
