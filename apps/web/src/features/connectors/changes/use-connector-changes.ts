import type { ButtonKind, OpenChange, Operation, OperationKind } from '@console/console-contract';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { forgetAsked, useAskedChanges } from '../../../shared/operations/asked-changes.ts';
import { isSettled, operationQueries } from '../../../shared/operations/operation-queries.ts';
import { useChange } from '../../../shared/operations/use-change.ts';
import { useStable } from '../../../ui/timing/use-stable.ts';
import { type ConnectorChange, sendChange } from '../queries.ts';

export type NamedAddress = ConnectorAddress & { name: string };

/**
 * The changes of connectors asked for in this visit, each followed until it is settled, and the one that asks for the
 * name first. `addressed` is the operation that the page's address names: it is followed too.
 */
export function useConnectorChanges(
  workspace: string,
  addressed: string | null,
  onRequested?: (operation: Operation) => void,
) {
  const queryClient = useQueryClient();
  const asked = useAskedChanges(workspace);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [deleting, setDeleting] = useState<NamedAddress | null>(null);
  const ids = new Set(addressed === null ? asked : [addressed, ...asked]);
  const operations = useQueries({
    queries: [...ids].map((id) => operationQueries.one(workspace, id)),
    combine: (followed) => followed.flatMap(({ data }) => data ?? []),
  });
  const { data: open } = useQuery(operationQueries.open(workspace));
  const { ask, sending } = useChange<ConnectorChange>({
    send: sendChange,
    onRequested: (operation, { kind }) => {
      setRefusal(null);
      if (kind === 'delete-connector') setDeleting(null);
      onRequested?.(operation);
    },
    onRefused: (error, { kind, name }) => {
      setRefusal({ error, kind, name });
      if (kind === 'delete-connector')
        void queryClient.invalidateQueries({ queryKey: ['deletion', workspace] });
    },
  });
  // The same functions as long as they answer the same: each row of the list holds them.
  const askFor = useStable((kind: ButtonKind, { workspace, cloud, id, name }: NamedAddress) => {
    setRefusal(null);
    if (kind === 'delete-connector') setDeleting({ workspace, cloud, id, name });
    else void ask({ kind, workspace, cloud, id, name });
  });
  const pendingOf = useCallback(
    (connector: Pick<ConnectorAddress, 'cloud' | 'id'>) =>
      pendingChange(connector, { sending, operations, open }),
    [sending, operations, open],
  );
  return {
    operations,
    sending,
    deleting,
    refusal,
    /** Asks at once, or for the name first where something is destroyed. */
    askFor,
    confirmDeletion: ({ workspace, cloud, id, name }: NamedAddress) =>
      void ask({ kind: 'delete-connector', workspace, cloud, id, name }),
    cancelDeletion: () => setDeleting(null),
    pendingOf,
    forgetRefusal: () => setRefusal(null),
    dismiss: (id: string) => forgetAsked(workspace, id),
  };
}

export type ConnectorChanges = ReturnType<typeof useConnectorChanges>;

/** Shown where it was asked: that of a deletion in its dialog, every other on the page. */
export type Refusal = { error: unknown; kind: ButtonKind; name: string };

/** What keeps a connector from being changed just now; it has no requester yet while it is on its way to the console. */
export type PendingChange = { kind: OperationKind; requestedBy: string | null };

type KnownChanges = {
  sending: readonly ConnectorChange[];
  operations: readonly Operation[];
  open: readonly OpenChange[] | undefined;
};

/** The change that was asked for, in this tab or elsewhere, and is not settled. */
function pendingChange(
  { cloud, id }: Pick<ConnectorAddress, 'cloud' | 'id'>,
  { sending, operations, open = [] }: KnownChanges,
): PendingChange | undefined {
  const unsent = sending.find((change) => change.cloud === cloud && change.id === id);
  if (unsent !== undefined) return { kind: unsent.kind, requestedBy: null };
  const followed = operations.filter((one) => one.cloud === cloud && one.connectorId === id);
  const unsettled = followed.find((one) => !isSettled(one));
  if (unsettled !== undefined) return unsettled;
  // What is followed here is known better than what was listed a moment ago.
  const isFollowed = (change: OpenChange) => followed.some((one) => one.id === change.operation);
  return open.find((one) => one.cloud === cloud && one.connectorId === id && !isFollowed(one));
}
