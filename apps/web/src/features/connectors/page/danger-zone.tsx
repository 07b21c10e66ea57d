import type { Connector } from '@console/console-contract';
import { useKnownConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { Button } from '../../../ui/actions/button.tsx';
import { Card } from '../../../ui/layout/card.tsx';
import { type ChangeChoice, useChangeChoices } from '../changes/change-choices.ts';
import type { ConnectorChanges } from '../changes/use-connector-changes.ts';

/** What cannot be taken back, apart from everything else, and the milder way first. */
export function DangerZone({ connector, changes }: { connector: Connector; changes: ConnectorChanges }) {
  const address = useKnownConnectorAddress();
  const choices = useChangeChoices(connector, changes.pendingOf(address));
  const button = (kind: ChangeChoice['kind'], label: string, className?: string) => {
    const choice = choices.find((one) => one.kind === kind);
    return (
      <Button
        busy={choice?.busy}
        disabledReason={choice?.busy ? undefined : choice?.refusal}
        className={className}
        onClick={() => changes.askFor(kind, { ...address, name: connector.name })}
      >
        {label}
      </Button>
    );
  };
  return (
    <Card title="Danger zone">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 text-sm">
        <p className="m-0 min-w-0 max-w-[72ch] flex-1 basis-80">
          {connector.enabled === false
            ? 'It is disabled: it does not run, and can be enabled again. '
            : 'Disabling stops it and keeps everything: it can be enabled again. '}
          Deleting takes it away at the vendor for good; its members are detached and keep running on their
          own.
        </p>
        <div className="flex flex-wrap gap-2">
          {connector.enabled !== false && button('disable-connector', 'Disable instead')}
          {button('delete-connector', 'Delete', 'border-bad/40! text-bad!')}
        </div>
      </div>
    </Card>
  );
}
