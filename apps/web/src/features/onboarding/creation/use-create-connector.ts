import type { Operation } from '@console/console-contract';
import { useState } from 'react';
import { type ConsoleProblem, problemOf } from '../../../shared/console/console-problem.ts';
import { useAttemptKey } from '../attempt-key.ts';
import type { DraftKeeper } from '../drafts/draft-keeper.ts';

/** What goes with every creation, whatever the cloud. */
export type Asked = { idempotencyKey: string; runNow: boolean; draftId: string | null };

export type CreationWanted = {
  keeper: DraftKeeper;
  /** What would be sent, as things that keep their identity until they change. */
  content: readonly unknown[];
  /** Asks the console; absent while something is missing. */
  send: ((asked: Asked) => Promise<Operation>) | undefined;
  /** Says what is missing. */
  blame: () => void;
  onAsked: (operation: string, draft: string | null) => void;
};

export type Creating = ReturnType<typeof useCreateConnector>;

/** Asks for the connector; neither a double click nor a second try after a lost answer can make a second one. */
export function useCreateConnector({ keeper, content, send, blame, onAsked }: CreationWanted) {
  const [runNow, setRunNow] = useState(true);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ConsoleProblem | null>(null);
  const { keyFor, settle } = useAttemptKey();

  const create = async () => {
    if (sending) return;
    if (send === undefined) return blame();
    setSending(true);
    setProblem(null);
    const idempotencyKey = keyFor([...content, runNow]);
    try {
      await keeper.flush();
      const draftId = keeper.read().draft;
      const operation = await send({ idempotencyKey, runNow, draftId });
      keeper.close();
      settle();
      onAsked(operation.id, draftId);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setSending(false);
  };

  return { create, sending, problem, runNow, setRunNow };
}
