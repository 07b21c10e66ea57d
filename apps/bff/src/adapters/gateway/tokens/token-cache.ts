/** Where tokens are remembered: one slot for each workspace, secret, client and server; older ones of a workspace are cleared away. */
import type { GatewayAccess } from '../../../ports/connector-gateway.ts';
import type { GatewayError } from '../../../ports/gateway-error.ts';

export type TokenSlot<Token> = {
  token: Token | null;
  pending: Promise<Token> | null;
  failure: { error: GatewayError; until: number } | null;
};

export type TokenCache<Token> = { slotOf(access: GatewayAccess): TokenSlot<Token> };

/** A workspace whose settings are changed keeps the last few slots, because calls with the old ones may be under way. */
const slotsPerWorkspace = 3;

export function createTokenCache<Token>(): TokenCache<Token> {
  const workspaces = new Map<string, Map<string, TokenSlot<Token>>>();
  return {
    slotOf(access) {
      const slots = workspaces.get(access.workspaceId) ?? new Map<string, TokenSlot<Token>>();
      workspaces.set(access.workspaceId, slots);
      const key = JSON.stringify([
        access.secretVersion,
        access.clientId,
        access.apiServerUrl,
        access.authPath,
      ]);
      const slot = slots.get(key) ?? { token: null, pending: null, failure: null };
      slots.set(key, slot);
      const oldest = slots.keys().next().value;
      if (slots.size > slotsPerWorkspace && oldest !== undefined) slots.delete(oldest);
      return slot;
    },
  };
}
