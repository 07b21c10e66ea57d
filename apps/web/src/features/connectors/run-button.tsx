import type { ConnectorState } from '@console/console-contract';
import Play from 'lucide-react/icons/play';
import { useRoleReason } from '../../shared/signed-in.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { whyNotRunnable } from './why-not-runnable.ts';

export interface RunButtonProps {
  connector: { name: string; cloud: 'azure' | 'aws'; enabled: boolean | null; state: ConnectorState };
  /** A run was asked for and is not settled. */
  busy: boolean;
  onRun: () => void;
  iconOnly?: boolean | undefined;
}

/** Runs a connector, or says why it cannot be run now. Light, because a list draws one in each row. */
export function RunButton({ connector, busy, onRun, iconOnly }: RunButtonProps) {
  const roleReason = useRoleReason('operator');
  const press = { onClick: onRun, busy, disabledReason: whyNotRunnable(connector) ?? roleReason };
  if (iconOnly) {
    return <IconButton {...press} size="sm" label={`Run ${connector.name}`} icon={<Play size={13} />} />;
  }
  return (
    <Button {...press} icon={<Play size={12} />}>
      Run
    </Button>
  );
}
