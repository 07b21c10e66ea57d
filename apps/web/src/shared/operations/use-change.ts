import type { Operation } from '@console/console-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { problemOf } from '../console/console-problem.ts';
import { noteAsked } from './asked-changes.ts';
import { operationQueries, readAgainAfter } from './operation-queries.ts';

export interface ChangeOptions<Request> {
  /** Calls the endpoint of the change. */
  send: (request: Request, idempotencyKey: string) => Promise<Operation>;
  onRequested?: (operation: Operation, request: Request) => void;
  onRefused: (error: unknown, request: Request) => void;
}

/**
 * Asks for changes, which are operations: each request once at a time, however fast its button is pressed. A request that
 * may have been recorded, because no answer came or none that tells, keeps its key, so that asking again gives the same operation and
 * never a second one.
 */
export function useChange<Request extends { workspace: string }>(options: ChangeOptions<Request>) {
  const { send, onRequested, onRefused } = options;
  const queryClient = useQueryClient();
  const [sending, setSending] = useState<readonly Request[]>([]);
  // Two presses of a double click come before anything is drawn anew, so that `sending` is too late for the second.
  const asking = useRef(new Map<string, Request>());
  const keys = useRef(new Map<string, string>());

  /** The operation as it is after at most some seconds, or `null` when none was begun. */
  const ask = async (request: Request): Promise<Operation | null> => {
    const id = JSON.stringify(request);
    if (asking.current.has(id)) return null;
    asking.current.set(id, request);
    setSending([...asking.current.values()]);
    const key = keys.current.get(id) ?? crypto.randomUUID();
    keys.current.set(id, key);
    try {
      const operation = await send(request, key);
      keys.current.delete(id);
      noteAsked(request.workspace, operation.id);
      queryClient.setQueryData(operationQueries.one(request.workspace, operation.id).queryKey, operation);
      readAgainAfter(operation, queryClient);
      onRequested?.(operation, request);
      return operation;
    } catch (error) {
      if (isAnswer(error)) keys.current.delete(id);
      onRefused(error, request);
      return null;
    } finally {
      asking.current.delete(id);
      setSending([...asking.current.values()]);
    }
  };
  return { ask, sending };
}

/** Only the console's own refusal tells that nothing was begun; without its database it may not know. */
function isAnswer(error: unknown): boolean {
  return !['offline', 'unreadable', 'internal', 'unavailable'].includes(problemOf(error).code);
}
