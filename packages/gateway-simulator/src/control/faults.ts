/** Scripted misbehaviour: which call of which operation goes wrong, and how. */
import { gatewayOperations } from '@console/gateway-contract';
import { z } from 'zod';

const mutations = ['truncate', 'html', 'empty', 'null', 'bom', 'ndjson', 'no-content'] as const;

export const Fault = z.strictObject({
  /** Waits before anything else, in milliseconds; no longer than until the script is replaced. */
  delayMs: z.int().nonnegative().optional(),
  /** Lets the call take effect, and keeps its answer for so long: what it tells may be outdated by then. */
  delayAnswerMs: z.int().nonnegative().optional(),
  /** Answers with this status; 500 when only a body is given. The handler is not asked, unless `afterCommit`. */
  status: z.int().min(200).max(599).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** A JSON body to answer with. */
  body: z.json().optional(),
  /** A body to answer with, as it is. */
  bodyText: z.string().optional(),
  /** Lets the call take effect before `status`, `body` or `bodyText` replace its answer. */
  afterCommit: z.boolean().optional(),
  /** Lets the call take effect and spoils its answer. */
  mutate: z.enum(mutations).optional(),
  /** Cuts the connection: before the call takes effect, or after. */
  drop: z.enum(['before', 'after-commit']).optional(),
  redirectTo: z.string().optional(),
});
export type Fault = z.output<typeof Fault>;
export type Mutation = NonNullable<Fault['mutate']>;

const operationIds = Object.keys(gatewayOperations);

/** A fault and when it strikes: the `nth` call of the operation counted from now, every call `from` one, or at most `times`. */
export const FaultRule = z.strictObject({
  operation: z.string().refine((id) => operationIds.includes(id), 'no such operation'),
  nth: z.int().positive().optional(),
  from: z.int().positive().optional(),
  times: z.int().positive().optional(),
  fault: Fault,
});
export type FaultRule = z.output<typeof FaultRule>;

export type FaultScript = {
  /** Replaces the script, starts counting calls anew, and lets go of those that a fault keeps waiting. */
  set(rules: FaultRule[]): void;
  /** Calls of an operation that came since the script was set, answered or not. */
  arrived(operationId: string): number;
  /** Counts a call of an operation and gives the fault that strikes it. */
  strike(operationId: string): Fault | null;
  /** Passes after so long, or when the script is replaced. */
  delay(milliseconds: number | undefined): Promise<void>;
};

export function createFaultScript(): FaultScript {
  let rules: { rule: FaultRule; struck: number }[] = [];
  const calls = new Map<string, number>();
  const waiting = new Set<() => void>();
  return {
    set: (next) => {
      rules = next.map((rule) => ({ rule, struck: 0 }));
      calls.clear();
      for (const letGo of waiting) letGo();
    },
    arrived: (operationId) => calls.get(operationId) ?? 0,
    delay: async (milliseconds) => {
      if (!milliseconds) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      waiting.add(resolve);
      await promise;
      waiting.delete(resolve);
      clearTimeout(timer);
    },
    strike: (operationId) => {
      const call = (calls.get(operationId) ?? 0) + 1;
      calls.set(operationId, call);
      const due = rules.find(
        ({ rule, struck }) => rule.operation === operationId && isDue(rule, call, struck),
      );
      if (!due) return null;
      due.struck += 1;
      return due.rule.fault;
    },
  };
}

function isDue({ nth, from, times }: FaultRule, call: number, struck: number): boolean {
  if (nth !== undefined) return call === nth;
  return call >= (from ?? 1) && (times === undefined || struck < times);
}

export function mutated(text: string, mutation: Mutation): string {
  switch (mutation) {
    case 'truncate':
      return text.slice(0, Math.floor(text.length / 2));
    case 'html':
      return '<!doctype html><html><head><title>Sign in</title></head><body><h1>Sign in</h1></body></html>';
    case 'empty':
    case 'no-content':
      return '';
    case 'null':
      return 'null';
    case 'bom':
      return `\uFEFF${text}`;
    case 'ndjson':
      return `${text}\n${text}\n`;
  }
}
