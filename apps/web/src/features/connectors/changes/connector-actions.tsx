import type { ButtonKind, Changeable } from '@console/console-contract';
import Play from 'lucide-react/icons/play';
import { Button } from '../../../ui/actions/button.tsx';
import { useChangeChoices } from './change-choices.ts';
import type { PendingChange } from './use-connector-changes.ts';

export interface ConnectorActionsProps {
  connector: Changeable;
  /** Asked for and not settled. */
  pending: PendingChange | undefined;
  /** The one thing to do in this state. */
  primary: ButtonKind | null;
  onAsk: (kind: ButtonKind) => void;
}

/** The buttons of a connector's page: what destroys stands apart from them. Enabling and disabling share a place, so that nothing moves. */
export function ConnectorActions({ connector, pending, primary, onAsk }: ConnectorActionsProps) {
  const choices = useChangeChoices(connector, pending).filter(({ kind }) => isOffered(kind, connector));
  return choices.map(({ kind, verb, busy, refusal }) => (
    <Button
      key={connector.enabled !== null && kind !== 'run-connector' ? 'enable or disable' : kind}
      variant={kind === primary ? 'primary' : 'plain'}
      icon={kind === 'run-connector' && <Play size={12} />}
      busy={busy}
      disabledReason={busy ? undefined : refusal}
      onClick={() => onAsk(kind)}
    >
      {verb}
    </Button>
  ));
}

/** What it is already is not offered; where the console does not know, both are. */
function isOffered(kind: ButtonKind, { enabled }: Changeable): boolean {
  if (kind === 'enable-connector') return enabled !== true;
  if (kind === 'disable-connector') return enabled !== false;
  return kind !== 'delete-connector';
}
