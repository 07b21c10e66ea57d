/** The vendor's call limits as its answers tell them, kept where every replica sees them. */

/** `windowSeconds` is `null` when the gateway does not say in what time the limit counts. */
export type CallBudget = { limit: number; remaining: number; windowSeconds: number | null };

/** What one answer said about the limits of the call it answers. */
export type CallLimits = {
  budget: CallBudget | null;
  /** How many calls the gateway lets run at the same time; `null` when it does not say. */
  atOnce: number | null;
  /** How long the gateway wants to be left alone, at most a quarter of an hour; `null` when it does not ask for it. */
  waitSeconds: number | null;
};

/** `call` names one kind of call: the vendor counts each by itself. */
export interface CallBudgets {
  /** Never rejects: a budget that could not be kept is only logged. */
  reported(workspaceId: string, call: string, limits: CallLimits): Promise<void>;
  /** Counts one call of background work in and answers 0, or answers how many seconds it has to wait. People's calls never ask. */
  take(workspaceId: string, call: string): Promise<number>;
}
