/** The rules of workspaces: where they may point, when a secret must be entered again, and how they are verified. */
import { randomUUID } from 'node:crypto';
import {
  type Endpoints,
  type Received,
  type ScannerRegistration,
  Verification,
  type Workspace,
  type WorkspaceChange,
} from '@console/console-contract';
import type { ActivityEntry } from '../ports/activity-log.ts';
import type { Called } from '../ports/caller.ts';
import type { Clock } from '../ports/clock.ts';
import type { ConnectorGateway, ConnectorGateways, MeantFor } from '../ports/connector-gateway.ts';
import type { CredentialVault, Destination } from '../ports/credential-vault.ts';
import type { WithSecrets } from '../ports/secret.ts';
import { storedShape } from '../ports/stored-json.ts';
import { addressesAfter, addressesFor } from './addresses.ts';
import type { AllowedHosts } from './gateway-address.ts';
import { movedMeanwhile, secretNeeded, unknownWorkspace } from './refusals.ts';
import { boundTo, openSecretOf, pointsTo, sealFor } from './sealing.ts';
import type { RowChange, WorkspaceRow, WorkspaceStore } from './store.ts';
import { verify } from './verification.ts';

type Deps = {
  store: WorkspaceStore;
  vault: CredentialVault;
  gateways: ConnectorGateways;
  allowed: AllowedHosts;
  clock: Clock;
  /** Told of every workspace that was connected, or now points elsewhere or signs in otherwise. */
  onConnected: (workspaceId: string) => void;
  /** What was seen at other hosts says nothing about these. */
  onMoved: (workspaceId: string) => Promise<void>;
  /** It names the accounts of members. */
  onScannerRead: (workspaceId: string, accounts: ScannerRegistration['accounts']) => Promise<void>;
};

type WantedWorkspace = WithSecrets<Received<Endpoints['createWorkspace']>['body'], 'clientSecret'>;
type WantedChange = WithSecrets<WorkspaceChange, 'clientSecret'>;

export type WorkspaceService = ReturnType<typeof createWorkspaceService>;

export function createWorkspaceService(deps: Deps) {
  const { store, vault, gateways, allowed, clock, onConnected, onMoved, onScannerRead } = deps;

  async function find(id: string): Promise<WorkspaceRow> {
    const row = await store.find(id);
    if (row === null) throw unknownWorkspace();
    return row;
  }

  function connectionOf(row: WorkspaceRow, urgency?: 'background'): ConnectorGateway {
    const { id: workspaceId, apiServerUrl, gatewayUrl, authPath, clientId, secretVersion } = row;
    const openSecret = () => openSecretOf(vault, row);
    const address = { apiServerUrl, gatewayUrl, authPath };
    return gateways.of({ workspaceId, ...address, clientId, secretVersion, openSecret }, urgency);
  }

  return {
    list: async (): Promise<Workspace[]> => (await store.list()).map(shown),
    read: async (id: string): Promise<Workspace> => shown(await find(id)),
    assertExists: async (id: string): Promise<void> => void (await find(id)),
    /** What a workspace's other secrets are bound to, from the moment they are given. */
    boundTo: async (id: string): Promise<Destination> => boundTo(await find(id)),
    /** `false`: what was meant for there, the ids in it too, must not go where the workspace points now. */
    pointsTo: async (id: string, meant: MeantFor | null): Promise<boolean> => pointsTo(await find(id), meant),
    /** `meant`: where the call has to go; refuses when the workspace points elsewhere by now. */
    gatewayOf: async (id: string, meant: MeantFor | null = null): Promise<ConnectorGateway> =>
      connectionOf(stillAt(await find(id), meant)),
    /** For work that no user waits for: it keeps within the call budget. */
    backgroundGatewayOf: async (id: string, meant: MeantFor | null = null): Promise<ConnectorGateway> =>
      connectionOf(stillAt(await find(id), meant), 'background'),

    async create(wanted: WantedWorkspace, called: Called): Promise<Workspace> {
      const { name, platform, authPath, clientId, clientSecret } = wanted;
      const owner = { id: randomUUID(), ...addressesFor(wanted, allowed), clientId };
      const sealed = sealFor(vault, owner, clientSecret, { version: 1, by: called.caller.name });
      const { secretVersion: _first, ...secret } = sealed;
      const row = { ...owner, name, platform, authPath, ...secret };
      const created = await store.create(row, entryOf(called, 'workspace.created', owner.id, name));
      onConnected(created.id);
      return shown(created);
    },

    async change(id: string, wanted: WantedChange, called: Called): Promise<Workspace> {
      let change: RowChange = {};
      const changed = await store.change(id, (row) => {
        change = changeOf(row, wanted, { vault, allowed, by: called.caller.name });
        const entry = entryOf(called, 'workspace.changed', id, change.name ?? row.name);
        return { change, entry: { ...entry, facts: factsOf(change) } };
      });
      if (change.apiServerUrl !== undefined || change.gatewayUrl !== undefined) await onMoved(id);
      if (change.verification === null) onConnected(id);
      return shown(changed);
    },

    async verify(id: string): Promise<Verification> {
      const row = await find(id);
      const verification = await verify(connectionOf(row), clock);
      await store.saveVerification(row, verification);
      return verification;
    },

    /** Read when a user asks. Only the accounts of members that the console has seen are kept. */
    async readScanner(id: string): Promise<ScannerRegistration> {
      const registration = await connectionOf(await find(id)).readScannerRegistration();
      await onScannerRead(id, registration.accounts);
      return { ...registration, asOf: clock.now().toISOString() };
    },
  };
}

function stillAt(row: WorkspaceRow, meant: MeantFor | null): WorkspaceRow {
  if (!pointsTo(row, meant)) throw movedMeanwhile();
  return row;
}

type ChangeRules = { vault: CredentialVault; allowed: AllowedHosts; by: string };

/** A stored secret never follows to another host or client id: a user who can change those could have it sent anywhere. */
function changeOf(row: WorkspaceRow, wanted: WantedChange, { vault, allowed, by }: ChangeRules): RowChange {
  const { apiServerUrl, gatewayUrl, platform } = addressesAfter(row, wanted, allowed);
  const { name = row.name, authPath = row.authPath, clientId = row.clientId, clientSecret } = wanted;
  const target = { apiServerUrl, gatewayUrl, clientId };
  const moved = differs(row, target);
  if (moved && clientSecret === undefined) throw secretNeeded(row, target);
  const reconnected = moved || clientSecret !== undefined || authPath !== row.authPath;
  const owner = { id: row.id, ...target };
  return {
    ...changedOnly(row, { name, platform, authPath, ...target }),
    ...(reconnected ? { verification: null } : {}),
    ...(clientSecret === undefined
      ? {}
      : { newSecret: sealFor(vault, owner, clientSecret, { version: row.secretVersion + 1, by }) }),
  };
}

function differs<T extends Partial<WorkspaceRow>>(row: WorkspaceRow, target: T): boolean {
  return Object.keys(changedOnly(row, target)).length > 0;
}

function changedOnly<T extends Partial<WorkspaceRow>>(row: WorkspaceRow, target: T): Partial<T> {
  const before: Record<string, unknown> = row;
  const changes: Partial<T> = { ...target };
  for (const key in changes) if (changes[key] === before[key]) delete changes[key];
  return changes;
}

/** The names of what changed, never the values: a secret is said to be `changed` and nothing more. */
function factsOf({ newSecret, verification: _, ...rest }: RowChange): Record<string, string> {
  const names = newSecret === undefined ? Object.keys(rest) : [...Object.keys(rest), 'clientSecret'];
  return Object.fromEntries(names.map((name) => [name, 'changed']));
}

function entryOf(
  { caller, requestId }: Called,
  ...[action, workspaceId, subject]: [action: string, workspaceId: string, subject: string]
): ActivityEntry {
  return { by: caller, action, workspaceId, subject, requestId };
}

/** One that cannot be read counts as not there: it is made again on request. */
const verificationShape = storedShape(Verification);

function shown(row: WorkspaceRow): Workspace {
  const { id, name, platform, apiServerUrl, gatewayUrl, authPath, clientId, demo } = row;
  return {
    id,
    name,
    platform,
    apiServerUrl,
    gatewayUrl,
    authPath,
    clientId,
    secret: {
      configured: true,
      updatedAt: row.secretUpdatedAt.toISOString(),
      updatedBy: row.secretUpdatedBy,
      fingerprint: row.secretFingerprint,
    },
    verification: verificationShape.read(row.verification),
    demo,
    createdAt: row.createdAt.toISOString(),
  };
}
