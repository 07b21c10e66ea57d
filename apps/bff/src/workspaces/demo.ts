/** The workspace named *Demo*, which points at the simulator that runs beside the console. */
import { randomUUID } from 'node:crypto';
import { usualAuthPath } from '@console/console-contract';
import { system } from '../ports/caller.ts';
import type { CredentialVault } from '../ports/credential-vault.ts';
import type { Secret } from '../ports/secret.ts';
import type { AllowedHosts } from './gateway-address.ts';
import { gatewayOrigin } from './gateway-address.ts';
import { openSecretOf, sealFor } from './sealing.ts';
import type { WorkspaceRow, WorkspaceStore } from './store.ts';

export type DemoSettings = { gatewayUrl: string; clientId: string; clientSecret: Secret };

type Deps = { store: WorkspaceStore; vault: CredentialVault; allowed: AllowedHosts };

/**
 * Creates the workspace, or points it at the simulator of this start. A user who entered another secret has made it another
 * workspace, which stays as it is. Answers its id.
 */
export async function ensureDemo(demo: DemoSettings, { store, vault, allowed }: Deps): Promise<string> {
  const origin = gatewayOrigin(demo.gatewayUrl, 'gatewayUrl', allowed);
  const target = { apiServerUrl: origin, gatewayUrl: origin, clientId: demo.clientId };
  const existing = await store.findDemo();
  if (existing === null) return await create(demo, target, { store, vault });
  if (existing.secretUpdatedBy !== system.name || isCurrent(existing, target, { demo, vault }))
    return existing.id;
  const changed = await store.change(existing.id, (row) => {
    const at = { version: row.secretVersion + 1, by: system.name };
    const newSecret = sealFor(vault, { id: row.id, ...target }, demo.clientSecret, at);
    return {
      change: { ...target, verification: null, newSecret },
      entry: entryOf('workspace.changed', row.id),
    };
  });
  return changed.id;
}

type Target = Pick<WorkspaceRow, 'apiServerUrl' | 'gatewayUrl' | 'clientId'>;

const name = 'Demo';

async function create(demo: DemoSettings, target: Target, { store, vault }: Omit<Deps, 'allowed'>) {
  const id = randomUUID();
  const sealed = sealFor(vault, { id, ...target }, demo.clientSecret, { version: 1, by: system.name });
  const { secretVersion: _first, ...secret } = sealed;
  const row = {
    id,
    name,
    platform: 'custom',
    authPath: usualAuthPath,
    demo: true,
    ...target,
    ...secret,
  } as const;
  return (await store.create(row, entryOf('workspace.created', id))).id;
}

/** A secret that no longer opens (another key file) counts as outdated, so that the demo heals itself. */
function isCurrent(
  row: WorkspaceRow,
  target: Target,
  { demo, vault }: { demo: DemoSettings; vault: CredentialVault },
) {
  const same =
    row.apiServerUrl === target.apiServerUrl &&
    row.gatewayUrl === target.gatewayUrl &&
    row.clientId === target.clientId;
  if (!same) return false;
  try {
    return openSecretOf(vault, row).exposeSecret() === demo.clientSecret.exposeSecret();
  } catch {
    return false;
  }
}

function entryOf(action: string, workspaceId: string) {
  return { by: system, action, workspaceId, subject: name, requestId: null };
}
