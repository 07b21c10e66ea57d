/** What every call passes before it may use a connection: the breaker, a place in its pool, and the budget for background work. */
import type { GatewayOperation } from '@console/gateway-contract';
import type { CallBudgets, CallLimits } from '../../../ports/call-budgets.ts';
import type { GatewayAccess } from '../../../ports/connector-gateway.ts';
import { notSent } from '../calls/failures.ts';
import type { Breakers, Guarded } from './breaker.ts';
import { createPools, type PoolSize } from './pools.ts';

/** A user's calls go first; calls in the background keep within the budget and never crowd them out. */
export type Urgency = 'person' | 'background';

export type Passage = {
  access: GatewayAccess;
  operation: Pick<GatewayOperation, 'id' | 'kind'>;
  origin: string;
  urgency: Urgency;
};

export type Gate = {
  pass<Answer>(passage: Passage, work: Guarded<Answer>): Promise<Answer>;
  /** Takes note of what an answer said about the limits. */
  reported(passage: Passage, limits: CallLimits): Promise<void>;
};

/** Of each workspace: one whose answers take long keeps no other waiting. */
const sizes: Record<'read' | 'write', PoolSize> = {
  read: { atOnce: 8, longestQueue: 200 },
  write: { atOnce: 4, longestQueue: 100 },
};
/** While the gateway has not said how many it allows, and never more than this leaves to people. */
const backgroundAtOnce = { unreported: 2, most: 4 };
const longestBackgroundQueue = 500;

export function createGate(breakers: Breakers, budgetsOf: () => CallBudgets | null): Gate {
  const pools = createPools();
  const atOnceOf = new Map<string, number>();

  return {
    pass({ access, operation, origin, urgency }, work) {
      const callClass = operation.kind === 'read' ? 'read' : 'write';
      const guarded = () => breakers.run({ host: origin, workspaceId: access.workspaceId, callClass }, work);
      const { workspaceId } = access;
      if (urgency === 'person') {
        return pools.within(`${callClass} ${origin} ${workspaceId}`, sizes[callClass], guarded);
      }
      const atOnce = atOnceOf.get(workspaceId) ?? backgroundAtOnce.unreported;
      const size = { atOnce, longestQueue: longestBackgroundQueue };
      return pools.within(`background ${workspaceId}`, size, async () => {
        await affordable(workspaceId, operation.id);
        return guarded();
      });
    },
    async reported({ access: { workspaceId }, operation, urgency }, limits) {
      if (limits.atOnce !== null) {
        atOnceOf.set(workspaceId, Math.max(1, Math.min(limits.atOnce, backgroundAtOnce.most)));
      }
      const saved = budgetsOf()?.reported(workspaceId, operation.id, limits);
      if (urgency === 'background') await saved;
    },
  };

  async function affordable(workspaceId: string, call: string): Promise<void> {
    const seconds = await secondsToWait(workspaceId, call);
    if (seconds > 0) throw notSent('rate-limited', 'The rest of the call limit is left to people.', seconds);
  }

  /** Without the budget the console cannot tell whether the call may be made, and nothing has been sent yet. */
  async function secondsToWait(workspaceId: string, call: string): Promise<number> {
    try {
      return (await budgetsOf()?.take(workspaceId, call)) ?? 0;
    } catch {
      throw notSent('unavailable', 'The console cannot tell just now whether the call limit allows it.', 5);
    }
  }
}
