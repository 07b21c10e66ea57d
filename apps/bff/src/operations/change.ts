/** What every kind of change has in common: how it is sent once, and how reading tells whether it happened. */
import type { BareProblem, Connector, Member } from '@console/console-contract';
import type { BoundCredentials, ConnectorCredentials, ConnectorGateway } from '../ports/connector-gateway.ts';

/** In this process's memory only: a request is recorded without them, so after a crash only a person can give them again. */
export type Credentials = BoundCredentials | null;

export type Outcome =
  /**
   * `connector` as the gateway told it just now, `null` when it told nothing or there is none any more; `members` that an AWS
   * answer names, which no list of the gateway would ever show.
   */
  | { kind: 'done'; connector: Connector | null; members?: Member[] }
  | { kind: 'failed'; problem: BareProblem }
  | { kind: 'unknown'; problem: BareProblem }
  /** Another process gave the operation up before it was sent. */
  | { kind: 'given-up' };

/** What the gateway's answer to a change says. `accepted`: it agreed, but only reading shows what it made of it. */
export type Answered =
  | { kind: 'done'; connector: Connector | null; members?: Member[] }
  | { kind: 'failed'; problem: BareProblem }
  | { kind: 'accepted' };

export type Finding =
  | { kind: 'happened'; connector: Connector | null }
  | { kind: 'nothing-yet' }
  | { kind: 'several'; candidates: string[] };

/** What it means when looking again and again found nothing. */
export type Missing = { state: 'absent' | 'needs-person'; problem: BareProblem };

/** Every function may throw a `GatewayError`. */
export type Change = {
  /** Reads whether it makes sense at all; nothing is sent when it answers with a problem. */
  check?: (gateway: ConnectorGateway) => Promise<BareProblem | null>;
  /** The one call that changes something: its failure decides between *failed* and *unknown*. */
  write: (gateway: ConnectorGateway, credentials: ConnectorCredentials | null) => Promise<Answered>;
  look: (gateway: ConnectorGateway) => Promise<Finding>;
  missing: (accepted: boolean) => Missing;
};

/** Seconds. The gateway's lists and details may lag a little behind its own answers. */
export const pausesBeforeLooking = [0, 0.7, 1.5, 3];
