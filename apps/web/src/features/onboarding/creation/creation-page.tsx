import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { ProblemBanner } from '../../../shared/console/problem-banner.tsx';
import { operationQueries } from '../../../shared/operations/operation-queries.ts';
import { useLateNavigate } from '../../../shared/page/use-late-navigate.ts';
import { usePage } from '../../../shared/page/use-page.ts';
import { Card } from '../../../ui/layout/card.tsx';
import { PageHeader } from '../../../ui/layout/page-header.tsx';
import { ProgressSteps } from '../../../ui/status/progress-steps.tsx';
import { places } from '../places.ts';
import { onboardingQueries } from '../queries.ts';
import type { WizardStep } from '../wizard/wizard-steps.ts';
import { CreationOutcome } from './creation-outcome.tsx';
import { type Creation, creationOf, phasesOfCreation } from './creation-phases.ts';

export interface CreationPageProps {
  workspace: string;
  operation: string;
  /** The way back into the form, for a creation that did not happen; absent where the form is gone with its draft. */
  onBack?: (step: WizardStep) => void;
}

/** What becomes of a connector that was asked for, until its first run has ended. It can be left and found again. */
export function CreationPage({ workspace, operation, onBack }: CreationPageProps) {
  usePage('Creating', 'New connector');
  const asked = useQuery(operationQueries.one(workspace, operation));
  const creation = useCreation(workspace, operation);
  useArrival(workspace, operation, creation);
  const name = asked.data?.connectorName;
  return (
    <>
      <PageHeader title={name ? `Creating ${name}` : 'Creating the connector'} />
      <ProblemBanner error={asked.error} />
      <div className="grid max-w-[680px] gap-4">
        <Card title="Progress">
          <div className="grid gap-4">
            <ProgressSteps label="Creation" steps={phasesOfCreation(creation)} />
            <CreationOutcome workspace={workspace} creation={creation} onBack={onBack} />
          </div>
        </Card>
        {(creation.state === 'creating' || creation.state === 'created') && (
          <p className="m-0 text-ink-3 text-sm">
            You can leave this page: the work goes on at the gateway, and{' '}
            {creation.state === 'created' ? (
              'the connector’s page shows how far it is. '
            ) : (
              <>
                <Link to={places.activity(workspace)} className="text-accent-ink underline">
                  Activity
                </Link>{' '}
                shows what comes of it.{' '}
              </>
            )}
            <Link to={places.connectors(workspace)} className="text-accent-ink underline">
              All connectors
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

function useCreation(workspace: string, operation: string): Creation {
  const asked = useQuery(operationQueries.one(workspace, operation));
  const next = asked.data?.followedBy ?? null;
  const run = useQuery({ ...operationQueries.one(workspace, next ?? ''), enabled: next !== null });
  const id = asked.data?.connectorId ?? null;
  const connector = useQuery({
    ...onboardingQueries.firstRun(workspace, { cloud: asked.data?.cloud ?? 'azure', id: id ?? '0' }),
    enabled: id !== null && next !== null,
  });
  return creationOf(asked.data, next === null ? undefined : run.data, connector.data?.connector);
}

const PAUSE_TO_READ_MS = 1_500;

/**
 * Goes to the connector's page once there is nothing left to wait for; errors lead to what the job said. That it was only
 * found by reading is told there too: a user who looked away meanwhile must not miss it.
 */
function useArrival(workspace: string, operation: string, creation: Creation) {
  const navigate = useLateNavigate();
  const queries = useQueryClient();
  const arrived = destinationOf(workspace, creation);
  const there = arrived && adopted(creation) ? places.following(arrived, operation) : arrived;
  useEffect(() => {
    if (there === undefined) return;
    void queries.invalidateQueries({ queryKey: ['connectors'] });
    const timer = setTimeout(() => navigate(there, { replace: true }), PAUSE_TO_READ_MS);
    return () => clearTimeout(timer);
  }, [there, navigate, queries]);
}

function adopted(creation: Creation): boolean {
  return 'adopted' in creation && creation.adopted;
}

function destinationOf(workspace: string, creation: Creation): string | undefined {
  if (creation.state === 'finished') {
    const { cloud, id, errors } = creation;
    return errors ? places.lastJob(workspace, cloud, id) : places.connector(workspace, cloud, id);
  }
  if (creation.state === 'created' && creation.run === null) {
    return places.connector(workspace, creation.cloud, creation.id);
  }
  return undefined;
}
