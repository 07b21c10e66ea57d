/** The vendor's gateway over HTTP: the one implementation of `ConnectorGateways`. */
import { everyOperation } from '@console/gateway-contract';
import type { CallBudgets } from '../../ports/call-budgets.ts';
import { systemClock } from '../../ports/clock.ts';
import type { ConnectorGateways } from '../../ports/connector-gateway.ts';
import { createAwsHalf } from './aws.ts';
import { createAzureHalf } from './azure.ts';
import { createBothClouds } from './both-clouds.ts';
import { createAddressPolicy, type ResolveName } from './calls/address-policy.ts';
import { createAuthorizedCall } from './calls/authorized-call.ts';
import type { CallListener } from './calls/call-listener.ts';
import { type CallParts, createGatewayCall } from './calls/gateway-call.ts';
import { type Deadlines, type Timing, timingOf, usualDeadlines } from './calls/timing.ts';
import { createTransport } from './calls/transport.ts';
import { createBreakers } from './limits/breaker.ts';
import { createGate } from './limits/gate.ts';
import { readScannerRegistration } from './scanner-registration.ts';
import { createTokenMint } from './tokens/token-mint.ts';

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

export function createConnectorGateways(options: ConnectorGatewayOptions = {}): ConnectorGateways {
  const timing = { ...timingOf(systemClock), ...options.timing };
  const deadlines = { ...usualDeadlines, ...options.deadlines };
  const policy = createAddressPolicy(options.allowedHosts ?? [], options.resolveName);
  const transport = createTransport(policy, deadlines.connect, timing);
  const { onCall = () => {} } = options;
  const breakers = createBreakers(timing);
  const mint = createTokenMint({
    transport,
    policy,
    breakers,
    timing,
    deadlineMs: deadlines.token,
    onCall,
  });
  let budgets: CallBudgets | null = null;
  const parts: CallParts = {
    authorized: createAuthorizedCall(transport, mint, timing),
    policy,
    timing,
    deadlines,
    onCall,
    gate: createGate(breakers, () => budgets),
  };
  return {
    of(access, urgency = 'person') {
      const call = createGatewayCall(parts, access, urgency);
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
    keepWithin: (kept) => {
      budgets = kept;
    },
    titleOf: (call) => everyOperation.find(({ id }) => id === call)?.title ?? call,
    close: () => transport.close(),
  };
}
