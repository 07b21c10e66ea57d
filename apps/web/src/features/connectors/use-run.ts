import type { Operation } from '@console/console-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ConnectorAddress } from '../../shared/connector-address.ts';
import { connectorQueries, runConnectorMutation } from './queries.ts';

export interface RunOutcome {
  onRequested: (operation: Operation) => void;
  onRefused: (error: unknown) => void;
}

/** Asks for runs: each connector once at a time, however fast its button is pressed. */
export function useRun({ onRequested, onRefused }: RunOutcome) {
  const queryClient = useQueryClient();
  const [sending, setSending] = useState<readonly string[]>([]);
  // Two presses of a double click come before anything is drawn anew, so that `sending` is too late for the second.
  const asking = useRef(new Set<string>());
  const { mutateAsync } = useMutation(runConnectorMutation);
  const run = async (address: ConnectorAddress) => {
    const { cloud, id } = address;
    const key = `${cloud}/${id}`;
    if (asking.current.has(key)) return;
    asking.current.add(key);
    setSending([...asking.current]);
    try {
      onRequested(await mutateAsync({ ...address, idempotencyKey: crypto.randomUUID() }));
      await queryClient.invalidateQueries({ queryKey: connectorQueries.all });
    } catch (error) {
      onRefused(error);
    } finally {
      asking.current.delete(key);
      setSending([...asking.current]);
    }
  };
  return {
    run: (address: ConnectorAddress) => void run(address),
    isSending: ({ cloud, id }: Pick<ConnectorAddress, 'cloud' | 'id'>) => sending.includes(`${cloud}/${id}`),
  };
}
