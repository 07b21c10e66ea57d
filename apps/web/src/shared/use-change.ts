import type { Operation } from '@console/console-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { noteAsked } from './asked-changes.ts';
import { problemOf } from './console-problem.ts';
import { operationQueries, readAgainAfter } from './operation-queries.ts';

export interface ChangeOptions<Wish> {
  /** Calls the endpoint of the change. */
  send: (wish: Wish, idempotencyKey: string) => Promise<Operation>;
  onRequested?: (operation: Operation, wish: Wish) => void;
  onRefused: (error: unknown, wish: Wish) => void;
}

/**
 * Asks for changes, which are operations: each wish once at a time, however fast its button is pressed. A wish whose
 * answer never reached this page keeps its key, so that asking again gives the same operation and never a second one.
 */
export function useChange<Wish extends { workspace: string }>(options: ChangeOptions<Wish>) {
  const { send, onRequested, onRefused } = options;
  const queryClient = useQueryClient();
  const [sending, setSending] = useState<readonly Wish[]>([]);
  // Two presses of a double click come before anything is drawn anew, so that `sending` is too late for the second.
  const asking = useRef(new Map<string, Wish>());
  const keys = useRef(new Map<string, string>());

  /** The operation as it is after at most some seconds, or `null` when none was begun. */
  const ask = async (wish: Wish): Promise<Operation | null> => {
    const id = JSON.stringify(wish);
    if (asking.current.has(id)) return null;
    asking.current.set(id, wish);
    setSending([...asking.current.values()]);
    const key = keys.current.get(id) ?? crypto.randomUUID();
    keys.current.set(id, key);
    try {
      const operation = await send(wish, key);
      keys.current.delete(id);
      noteAsked(wish.workspace, operation.id);
      queryClient.setQueryData(operationQueries.one(wish.workspace, operation.id).queryKey, operation);
      readAgainAfter(operation, queryClient);
      onRequested?.(operation, wish);
      return operation;
    } catch (error) {
      if (isAnswer(error)) keys.current.delete(id);
      onRefused(error, wish);
      return null;
    } finally {
      asking.current.delete(id);
      setSending([...asking.current.values()]);
    }
  };
  return { ask, sending };
}

/** Only the console's own refusal tells that nothing was begun. */
function isAnswer(error: unknown): boolean {
  return !['offline', 'unreadable', 'internal'].includes(problemOf(error).code);
}
