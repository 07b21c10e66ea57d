import type { Operation } from '@console/console-contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../../../shared/console/console-problem.ts';
import { noteAsked } from '../../../shared/operations/asked-changes.ts';
import {
  hasHappened,
  operationQueries,
  readAgainAfter,
  untilSettled,
} from '../../../shared/operations/operation-queries.ts';
import { useAttemptKey } from '../attempt-key.ts';
import type { ReportedProblem } from '../reported-problem.ts';

type SaveProblem = ReportedProblem & { fields?: Readonly<Record<string, string>> | undefined };

export type SaveWanted = {
  workspace: string;
  /** What would be sent, as things that keep their identity until they change. */
  content: readonly unknown[];
  /** Asks the console; absent while something is missing. The secret goes straight from the page's memory. */
  send: ((idempotencyKey: string) => Promise<Operation>) | undefined;
  /** Says what is missing. */
  blame: () => void;
  onSaved: (operation: Operation) => void;
  /** Another user has changed the connector since it was opened. */
  onConflict: () => Promise<void>;
};

export type Saving = { save: () => Promise<void>; sending: boolean; problem: SaveProblem | null };

/** Asks for the edit and stays until it is known what came of it: only what was saved leaves the form. */
export function useSave(wanted: SaveWanted): Saving {
  const { workspace, content, send, blame, onSaved, onConflict } = wanted;
  const queryClient = useQueryClient();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const { keyFor, settle } = useAttemptKey();
  const leaving = useLeaving();

  const save = async () => {
    if (sending) return;
    if (send === undefined) return blame();
    setSending(true);
    setProblem(null);
    try {
      const asked = await send(keyFor(content));
      settle();
      queryClient.setQueryData(operationQueries.one(workspace, asked.id).queryKey, asked);
      await conclude(await untilSettled(asked, { workspace, queryClient, signal: leaving() }));
    } catch (error) {
      setProblem(problemOf(error));
    }
    setSending(false);
  };

  async function conclude(operation: Operation) {
    // A user who has left is told of trouble on the page now open.
    if (leaving().aborted) return noteAsked(workspace, operation.id);
    readAgainAfter(operation, queryClient);
    if (hasHappened(operation)) return onSaved(operation);
    if (operation.problem?.code === 'conflict') return onConflict();
    setProblem({ ...(operation.problem ?? NO_WORDS), requestId: operation.requestId });
  }

  return { save, sending, problem };
}

const NO_WORDS = {
  code: 'outcome-unknown',
  message: 'The change was not made, and no reason was given.',
  next: 'Open the connector and look at what it is now.',
} as const;

/** A signal that comes when the page is left. */
function useLeaving(): () => AbortSignal {
  const controller = useRef(new AbortController());
  useEffect(() => {
    if (controller.current.signal.aborted) controller.current = new AbortController();
    return () => controller.current.abort();
  }, []);
  return () => controller.current.signal;
}
