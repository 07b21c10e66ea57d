import type { Actor } from './caller.ts';

/** What the audit trail is told: who asked for or did what, to which subject. Never a secret, never a request body. */
export type ActivityEntry = {
  by: Actor;
  /** `noun.verb`, e.g. `workspace.created`. */
  action: string;
  workspaceId: string | null;
  operationId?: string;
  subject: string;
  facts?: Record<string, string | number | boolean | null>;
  requestId: string | null;
};

/** Writes entries, in one statement, within the transaction of what they record, so that neither exists without the other. */
export type RecordActivity<Transaction> = (
  within: Transaction,
  ...entries: readonly ActivityEntry[]
) => Promise<void>;
