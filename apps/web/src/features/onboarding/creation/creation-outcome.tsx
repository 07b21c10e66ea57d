import type { Operation } from '@console/console-contract';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ProblemWords } from '../../../shared/problem-banner.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { buttonClass } from '../../../ui/button-class.ts';
import { places } from '../places.ts';
import type { Creation } from './creation-phases.ts';

/** What the phases mean and what can be done now. Nothing while the gateway is still asked. */
export function CreationOutcome(props: { workspace: string; creation: Creation; back: ReactNode }) {
  const { workspace, creation, back } = props;
  switch (creation.state) {
    case 'creating':
      return null;
    case 'refused':
      return (
        <Banner
          tone="bad"
          title={creation.operation.problem?.message ?? 'The gateway did not create the connector.'}
          requestId={creation.operation.requestId}
          action={back}
        >
          <ProblemWords problem={{ kept: 'Everything you typed is kept.', ...creation.operation.problem }} />
        </Banner>
      );
    case 'absent':
      return (
        <Banner
          tone="warn"
          title="The connector was not created: it is safe to try again"
          requestId={creation.operation.requestId}
          action={back}
        >
          No answer came from the gateway, and it knows no such connector. Everything you typed is kept.
        </Banner>
      );
    case 'needs-person':
      return <Decision workspace={workspace} operation={creation.operation} back={back} />;
    case 'run-refused':
      return (
        <Banner
          tone="warn"
          title="The connector exists, but its first run did not start"
          requestId={creation.operation.requestId}
          action={<ConnectorLink workspace={workspace} id={creation.id} />}
        >
          <ProblemWords problem={creation.operation.problem ?? { next: 'Run it from its page.' }} />
        </Banner>
      );
    case 'created':
    case 'finished':
      return (
        <div>
          <ConnectorLink workspace={workspace} id={creation.id} />
        </div>
      );
  }
}

function Decision({
  workspace,
  operation,
  back,
}: {
  workspace: string;
  operation: Operation;
  back: ReactNode;
}) {
  return (
    <Banner tone="warn" title="Please look for yourself" requestId={operation.requestId} action={back}>
      No answer came from the gateway, and the console cannot tell whether the connector was created.
      {operation.candidates.length > 0 && (
        <>
          {' '}
          These are called “{operation.connectorName}”: open them before you try again.
          <ul className="m-0 mt-1 list-disc pl-5">
            {operation.candidates.map((id) => (
              <li key={id}>
                <Link to={places.connector(workspace, id)} className="inline-block py-0.5 text-accent-ink">
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

function ConnectorLink({ workspace, id }: { workspace: string; id: string }) {
  return (
    <Link to={places.connector(workspace, id)} className={buttonClass('plain')}>
      Open the connector
    </Link>
  );
}
