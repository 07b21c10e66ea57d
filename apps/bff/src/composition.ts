/** What the console is built from, and what it offers once built: the two sides of `compose`. */
import type { EndpointName, Person } from '@console/console-contract';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Logger } from 'pino';
import type { Routes } from './http/handler.ts';
import type { CallerOfSession } from './http/recognition.ts';
import type { ChangeFeed } from './ports/change-feed.ts';
import type { Clock } from './ports/clock.ts';
import type { ConnectorGateways } from './ports/connector-gateway.ts';
import type { CredentialVault } from './ports/credential-vault.ts';
import type { AskMoment } from './ports/moment.ts';
import type { PasswordHasher } from './ports/password-hasher.ts';
import type { Secret } from './ports/secret.ts';
import type { DemoSettings } from './workspaces/demo.ts';

/** Days after an entry, after the end of an operation, and after a draft was saved last. */
export type RetentionDays = { activityDays: number; operationDays: number; draftDays: number };

export type ConsoleParts = {
  db: NodePgDatabase;
  vault: CredentialVault;
  gateways: ConnectorGateways;
  hasher: PasswordHasher;
  clock: Clock;
  feed: ChangeFeed;
  moment: AskMoment;
  log: Logger;
  settings: {
    publicUrl: URL;
    /** Hosts beside the known platforms that a workspace's addresses may name. */
    gatewayHosts: readonly string[];
    refreshSeconds: number;
    /** How long a lost create is looked for before it is declared absent. */
    settleSeconds: number;
    /** How long what has ended is stored. */
    retention: RetentionDays;
  };
};

export type Composition = {
  routes: Routes<EndpointName>;
  callerOfSession: CallerOfSession;
  /** A fresh one-time set-up token while no user exists, else `null`. */
  openSetup: () => Promise<string | null>;
  createFirstAdministrator: (email: string, password: Secret) => Promise<Person | null>;
  ensureDemoWorkspace: (demo: DemoSettings) => Promise<void>;
  /** Picks up what an earlier process left unsettled, and begins refreshing snapshots. */
  start: () => Promise<void>;
  /** Ends the live views, which would otherwise keep a server open that wants to close. */
  endLiveViews: () => void;
  /** Stops refreshing and waits for operations under way. */
  stop: () => Promise<void>;
};
