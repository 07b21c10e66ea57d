import { AzureStep } from '@console/console-contract';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { ProblemState } from '../../shared/problem-banner.tsx';
import { useRoleReason, useWorkspace } from '../../shared/signed-in.tsx';
import { buttonClass } from '../../ui/button-class.ts';
import { EmptyState, SkeletonRows } from '../../ui/page-states.tsx';
import { AzureWizard } from './azure-wizard.tsx';
import { CreationPage } from './creation/creation-page.tsx';
import { places } from './places.ts';
import { onboardingQueries } from './queries.ts';

/** The Azure wizard at its address: a new one, or a draft taken up again at the step the address names. */
export function AzureWizardPage() {
  const workspace = useWorkspace().id;
  const refused = useRoleReason('operator');
  const { draft } = useParams();
  const [search] = useSearchParams();
  const { session, start } = useSession(draft);
  const opened = useQuery({
    ...onboardingQueries.draft(workspace, session.first ?? ''),
    enabled: session.first !== null && refused === undefined,
  });
  const step = useStep(opened.data?.step);
  const navigate = useNavigate();
  const onStarted = useCallback(
    (started: string) => {
      start(started);
      if (started !== draft) void navigate(places.step(workspace, started, step), { replace: true });
    },
    [start, navigate, workspace, draft, step],
  );

  if (refused !== undefined)
    return <EmptyState title="You may look, not add connectors">{refused}</EmptyState>;
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
  return (
    <AzureWizard
      key={session.first ?? 'new'}
      workspace={workspace}
      opened={opened.data ?? null}
      step={step}
      onStarted={onStarted}
    />
  );
}

/** One visit of the wizard: it keeps its memory, the secret above all, when its draft gets an address of its own. */
function useSession(draft: string | undefined) {
  const [session, setSession] = useState({ first: draft ?? null, now: draft ?? null });
  const continues =
    draft === undefined ? session.first === null : draft === session.now || draft === session.first;
  if (!continues) setSession({ first: draft ?? null, now: draft ?? null });
  const start = useCallback((started: string) => setSession((before) => ({ ...before, now: started })), []);
  return { session, start };
}

/** From the address; a draft's address without a step leads to where it was left. */
function useStep(left: AzureStep | undefined): AzureStep {
  const { step } = useParams();
  const [search] = useSearchParams();
  const named = AzureStep.safeParse(step ?? search.get('step'));
  return named.success ? named.data : (left ?? 'basics');
}
