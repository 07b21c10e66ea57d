import type { ExplainedReading } from '@console/console-contract';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { useKnownConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { NamedPlaces, RepairCommands } from '../../../shared/connectors/repair-help.tsx';
import { Button } from '../../../ui/actions/button.tsx';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { CopyButton } from '../../../ui/actions/copy-button.tsx';
import { Card } from '../../../ui/layout/card.tsx';
import { StatusBadge } from '../../../ui/status/status-badge.tsx';
import type { RepairChoice } from './repair-choices.ts';

export interface RepairCardProps extends Pick<ExplainedReading, 'connector' | 'cause'> {
  choices: readonly RepairChoice[];
}

/** Why the last job failed, the first step, and what repairs it; the message itself on demand, for it is long and seldom plain. */
export function RepairCard({ connector, cause, choices }: RepairCardProps) {
  const { workspace, cloud, id } = useKnownConnectorAddress();
  const steps = cause?.steps ?? [];
  const clones = choices.some(({ action }) => action.startsWith('clone'));
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2.5">
          <StatusBadge kind="bad">{cause ? 'Likely cause' : 'Errors'}</StatusBadge>
          {cause?.title ?? 'The last job ended with errors'}
        </span>
      }
      actions={
        <Link
          to={paths.connectorPart(workspace, cloud, id, 'last-job')}
          className={buttonClass('plain', 'sm')}
        >
          {steps.length > 1 ? `All ${steps.length} steps` : 'See the errors'}
        </Link>
      }
    >
      <div className="grid gap-3 text-sm">
        {cause && <Explained cause={cause} />}
        {cause && <NamedPlaces named={cause.repair.named} />}
        <div className="grid gap-1.5">
          <div className="flex flex-wrap gap-2">
            {choices.map(({ label, busy, refusal, choose }, index) => (
              <Button
                key={label}
                variant={index === 0 ? 'primary' : 'plain'}
                busy={busy}
                disabledReason={busy ? undefined : refusal}
                onClick={choose}
              >
                {label}
              </Button>
            ))}
          </div>
          {clones && (
            <p className="m-0 text-ink-3">
              The gateway lets no edit change the application or its secret. A clone is a second connector
              with the same settings: delete this one once the first job of the clone has succeeded.
            </p>
          )}
        </div>
        {cause && <RepairCommands commands={cause.repair.commands} />}
        {connector.lastError && <Message text={connector.lastError} open={cause === null} />}
      </div>
    </Card>
  );
}

function Explained({ cause: { explanation, steps } }: { cause: NonNullable<ExplainedReading['cause']> }) {
  const [first] = steps;
  return (
    <div className="grid max-w-[80ch] gap-1.5 text-md">
      <p className="m-0">{explanation}</p>
      {first && (
        <p className="m-0">
          <span className="font-strong">First step:</span> {first}
        </p>
      )}
    </div>
  );
}

function Message({ text, open }: { text: string; open: boolean }) {
  return (
    <details open={open}>
      <summary className="w-fit py-0.5 font-strong">The message as it came</summary>
      <div className="mt-2 flex min-w-0 items-start rounded-md bg-sunken">
        <pre className="wrap-anywhere m-0 min-w-0 flex-1 whitespace-pre-wrap px-3 py-2.5 font-mono">
          <bdi>{text}</bdi>
        </pre>
        <div className="shrink-0 p-1.5">
          <CopyButton text={text} />
        </div>
      </div>
    </details>
  );
}
