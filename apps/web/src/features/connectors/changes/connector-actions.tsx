import type { ButtonKind, Connector } from '@console/console-contract';
import Play from 'lucide-react/icons/play';
import { Button } from '../../../ui/actions/button.tsx';
import { useChangeChoices } from './change-choices.ts';
import type { PendingChange } from './use-connector-changes.ts';

export interface ConnectorActionsProps {
  connector: Connector;
  /** Asked for and not settled. */
  pending: PendingChange | undefined;
  onAsk: (kind: ButtonKind) => void;
}

/** The buttons of a connector's page. All of them always stand there, so that nothing moves when its state does. */
export function ConnectorActions({ connector, pending, onAsk }: ConnectorActionsProps) {
  const choices = useChangeChoices(connector, pending);
  return choices.map(({ kind, verb, busy, refusal }) => (
    <Button
      key={kind}
      icon={kind === 'run-connector' && <Play size={12} />}
      busy={busy}
      disabledReason={busy ? undefined : refusal}
      onClick={() => onAsk(kind)}
    >
      {verb}
    </Button>
  ));
}
