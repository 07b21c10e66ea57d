import type { Member, Operation } from '@console/console-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { ConnectorAddress } from '../../shared/connectors/connector-address.ts';
import { hasHappened, untilSettled } from '../../shared/operations/operation-queries.ts';
import { useAddressedOperation } from '../../shared/operations/use-addressed-operation.ts';
import { useChange } from '../../shared/operations/use-change.ts';
import { type Batch, type BatchState, batchesOf, detachInTurn } from './detach-in-turn.ts';
import { type MemberChange, sendMemberChange } from './queries.ts';

export type Detaching = {
  batches: Batch[];
  states: BatchState[];
  /** The newest operation of a batch that did not happen. */
  trouble: Operation | null;
};

/** Attaching and detaching: one change shows where the page shows operations, several one after the other in `detaching`. */
export function useMemberChanges(address: ConnectorAddress) {
  const queryClient = useQueryClient();
  const [, setSearch] = useSearchParams();
  const [, addressOperation] = useAddressedOperation();
  const [refusal, setRefusal] = useState<unknown>(null);
  const [detaching, setDetaching] = useState<Detaching | null>(null);
  const leaving = useLeaving();
  const { ask, sending } = useChange<MemberChange>({ send: sendMemberChange, onRefused: setRefusal });

  const askAlone = async (change: MemberChange): Promise<boolean> => {
    setRefusal(null);
    setDetaching(null);
    const operation = await ask(change);
    if (operation !== null) addressOperation(operation.id);
    return operation !== null;
  };

  const detachBatch = async ({ ids }: Batch): Promise<boolean> => {
    const operation = await ask({ ...address, kind: 'detach', members: ids });
    if (operation === null) return false;
    const { workspace } = address;
    const end = await untilSettled(operation, { workspace, queryClient, signal: leaving.current.signal });
    if (hasHappened(end)) return true;
    setDetaching((before) => before && { ...before, trouble: end });
    return false;
  };

  const detach = async (members: readonly Member[]): Promise<void> => {
    const batches = batchesOf(address.cloud, members);
    const [only, ...more] = batches;
    if (only !== undefined && more.length === 0) {
      await askAlone({ ...address, kind: 'detach', members: only.ids });
      return;
    }
    setRefusal(null);
    // What was done before has been seen; one account of what happens is enough.
    setSearch({}, { replace: true });
    setDetaching({ batches, states: batches.map(() => 'todo'), trouble: null });
    await detachInTurn(batches, {
      detach: detachBatch,
      onStates: (states) => setDetaching((before) => before && { ...before, states }),
      signal: leaving.current.signal,
    });
  };

  return {
    detach,
    /** One that the console never saw. */
    detachById: (member: string) => askAlone({ ...address, kind: 'detach', members: [member] }),
    attach: (member: string) => askAlone({ ...address, kind: 'attach', member }),
    isSending: sending.length > 0,
    refusal,
    forgetRefusal: () => setRefusal(null),
    detaching,
    forgetDetaching: () => setDetaching(null),
  };
}

/** Aborted when the page is left: what is under way is settled by the server, the rest is not begun. */
function useLeaving() {
  const leaving = useRef(new AbortController());
  useEffect(() => {
    leaving.current = new AbortController();
    return () => leaving.current.abort();
  }, []);
  return leaving;
}
