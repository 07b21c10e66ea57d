import type { Cloud, Operation } from '@console/console-contract';
import { Link } from 'react-router';
import { ProblemWords } from '../../../shared/console/problem-banner.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { Banner } from '../../../ui/status/banner.tsx';
import { places } from '../places.ts';
import type { WizardStep } from '../wizard/wizard-steps.ts';
import type { Creation } from './creation-phases.ts';

type OnBack = ((step: WizardStep) => void) | undefined;

/** What the phases mean and what can be done now. Nothing while the gateway is still asked. */
export function CreationOutcome(props: { workspace: string; creation: Creation; onBack: OnBack }) {
  const { workspace, creation, onBack } = props;
  switch (creation.state) {
    case 'creating':
      return null;
    case 'refused':
      return (
        <Banner
          tone="bad"
          title={creation.operation.problem?.message ?? 'The gateway did not create the connector.'}
          requestId={creation.operation.requestId}
          action={<BackButton operation={creation.operation} onBack={onBack} />}
        >
          <ProblemWords problem={{ ...creation.operation.problem, ...(onBack && { kept: KEPT }) }} />
        </Banner>
      );
    case 'absent':
      return (
        <Banner
          tone="warn"
          title="The connector was not created: it is safe to try again"
          requestId={creation.operation.requestId}
          action={<BackButton operation={creation.operation} onBack={onBack} />}
        >
          {creation.operation.problem?.message} <ProblemWords problem={creation.operation.problem ?? {}} />
        </Banner>
      );
    case 'needs-review':
      return <Decision workspace={workspace} operation={creation.operation} onBack={onBack} />;
    case 'run-refused':
      return (
        <Banner
          tone="warn"
          title="The connector exists, but its first run did not start"
          requestId={creation.operation.requestId}
          action={<ConnectorLink workspace={workspace} cloud={creation.cloud} id={creation.id} />}
        >
          <ProblemWords problem={creation.operation.problem ?? { next: 'Run it from its page.' }} />
        </Banner>
      );
    case 'created':
    case 'finished':
      return (
        <div>
          <ConnectorLink workspace={workspace} cloud={creation.cloud} id={creation.id} />
        </div>
      );
  }
}

/** The draft can be opened again, and secrets are in none. */
const KEPT = 'Your draft is kept; a secret is never part of it.';

function Decision(props: { workspace: string; operation: Operation; onBack: OnBack }) {
  const { workspace, operation, onBack } = props;
  return (
    <Banner
      tone="warn"
      title="Please look for yourself"
      requestId={operation.requestId}
      action={<BackButton operation={operation} onBack={onBack} />}
    >
      {operation.problem?.message} <ProblemWords problem={operation.problem ?? {}} />
      {operation.candidates.length > 0 && (
        <>
          {' '}
          These are called “{operation.connectorName}”, or nearly so: open them before you try again.
          <ul className="m-0 mt-1 list-disc pl-5">
            {operation.candidates.map((id) => (
              <li key={id}>
                <Link
                  to={places.connector(workspace, operation.cloud ?? 'azure', id)}
                  className="inline-block py-0.5 text-accent-ink underline"
                >
                  Connector {id}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </Banner>
  );
}

function ConnectorLink({ workspace, cloud, id }: { workspace: string; cloud: Cloud; id: string }) {
  return (
    <Link to={places.connector(workspace, cloud, id)} className={buttonClass('plain')}>
      Open the connector
    </Link>
  );
}

/** A name that is taken leads to the name, everything else to the review. */
function BackButton({ operation, onBack }: { operation: Operation; onBack: OnBack }) {
  if (onBack === undefined) return null;
  const code = operation.problem?.code;
  const isTaken = code === 'name-taken' || code === 'gateway-conflict';
  return isTaken ? (
    <Button onClick={() => onBack('basics')}>Change the name</Button>
  ) : (
    <Button onClick={() => onBack('review')}>Back to the review</Button>
  );
}
