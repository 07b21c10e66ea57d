import type { ConnectorState, Operation } from '@console/console-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Play from 'lucide-react/icons/play';
import { useRef } from 'react';
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
  // Two presses of a double click come before anything is drawn anew, so that `busy` is too late for the second.
  const asking = useRef(false);
  const run = useMutation({
    ...runConnectorMutation,
    onSuccess: (operation) => {
      onRequested(operation);
      void queryClient.invalidateQueries({ queryKey: connectorQueries.all });
    },
    onError: onRefused,
    onSettled: () => {
      asking.current = false;
    },
  });
  const ask = () => {
    if (asking.current) return;
    asking.current = true;
    run.mutate({ ...address, idempotencyKey: crypto.randomUUID() });
  };
  const press = {
    onClick: ask,
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
