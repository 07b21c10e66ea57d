import type { ConnectorState, Operation } from '@console/console-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Play from 'lucide-react/icons/play';
import type { ConnectorAddress } from '../../shared/connector-address.ts';
import { useRoleReason } from '../../shared/signed-in.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { connectorQueries, runConnectorMutation } from './queries.ts';
import { whyNotRunnable } from './why-not-runnable.ts';

export interface RunButtonProps {
  address: ConnectorAddress;
  connector: { name: string; cloud: 'azure' | 'aws'; enabled: boolean | null; state: ConnectorState };
  /** A run that this page asked for and that is not settled. */
  requested: boolean;
  onRequested: (operation: Operation) => void;
  onRefused: (error: unknown) => void;
  iconOnly?: boolean | undefined;
}

/** Asks for a run. Pressing it twice asks once: it is busy until the gateway has answered. */
export function RunButton({
  address,
  connector,
  requested,
  onRequested,
  onRefused,
  iconOnly,
}: RunButtonProps) {
  const queryClient = useQueryClient();
  const roleReason = useRoleReason('operator');
  const run = useMutation({
    ...runConnectorMutation,
    onSuccess: (operation) => {
      onRequested(operation);
      void queryClient.invalidateQueries({ queryKey: connectorQueries.all });
    },
    onError: onRefused,
  });
  const press = {
    onClick: () => run.mutate({ ...address, idempotencyKey: crypto.randomUUID() }),
    busy: run.isPending || requested,
    disabledReason: whyNotRunnable(connector) ?? roleReason,
  };
  if (iconOnly) {
    return <IconButton {...press} size="sm" label={`Run ${connector.name}`} icon={<Play size={13} />} />;
  }
  return (
    <Button {...press} icon={<Play size={12} />}>
      Run
    </Button>
  );
}
