/** The vendor's gateway over HTTP: the one implementation of `ConnectorGateways`. */
import type { ConnectorGateways } from '../../ports/connector-gateway.ts';
import { createAddressPolicy, type ResolveName } from './address-policy.ts';
import { createAuthorizedCall } from './authorized-call.ts';
import { createAwsHalf } from './aws.ts';
import { createAzureHalf } from './azure.ts';
import { createBothClouds } from './both-clouds.ts';
import type { CallListener } from './call-listener.ts';
import { type CallParts, createGatewayCall } from './gateway-call.ts';
import { readScannerRegistration } from './scanner-registration.ts';
import { type Deadlines, realTiming, type Timing, usualDeadlines } from './timing.ts';
import { createTokenMint } from './token-mint.ts';
import { createTransport } from './transport.ts';

export type ConnectorGatewayOptions = {
  /** `host` or `host:port` values that may be private, and may speak plain http when they are this machine. */
  allowedHosts?: readonly string[];
  /** Told after every call, for metrics. */
  onCall?: CallListener;
  /** How names become addresses, for tests. */
  resolveName?: ResolveName;
  timing?: Partial<Timing>;
  deadlines?: Partial<Deadlines>;
};

type BudgetListener = Parameters<ConnectorGateways['onBudget']>[0];

export function createConnectorGateways(options: ConnectorGatewayOptions = {}): ConnectorGateways {
  const timing = { ...realTiming, ...options.timing };
  const deadlines = { ...usualDeadlines, ...options.deadlines };
  const policy = createAddressPolicy(options.allowedHosts ?? [], options.resolveName);
  const transport = createTransport(policy, deadlines.connect);
  const { onCall = () => {} } = options;
  const mint = createTokenMint({ transport, policy, timing, deadlineMs: deadlines.token, onCall });
  const budgetListeners: BudgetListener[] = [];
  const parts: CallParts = {
    authorized: createAuthorizedCall(transport, mint, timing),
    policy,
    timing,
    deadlines,
    onCall,
    onHeaders: (workspaceId, { budget }) => {
      if (budget !== null) for (const listener of budgetListeners) listener(workspaceId, budget);
    },
  };
  return {
    of(access) {
      const call = createGatewayCall(parts, access);
      return {
        mintToken: async () => {
          await mint.mint(access);
        },
        readScannerRegistration: () => readScannerRegistration(call),
        ...createBothClouds(call),
        ...createAzureHalf(call),
        ...createAwsHalf(call),
      };
    },
    onBudget: (listener) => {
      budgetListeners.push(listener);
    },
    close: () => transport.close(),
  };
}
