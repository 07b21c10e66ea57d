/** Binds a workspace's secret to its row, its hosts and its client id, so that it opens for nothing else. */
import type { MeantFor } from '../ports/connector-gateway.ts';
import {
  type CredentialVault,
  type Destination,
  SealBroken,
  type SealedPlace,
} from '../ports/credential-vault.ts';
import type { Secret } from '../ports/secret.ts';
import { secretUnreadable } from './refusals.ts';
import type { SealedChange, WorkspaceRow } from './store.ts';

export type SecretOwner = Pick<WorkspaceRow, 'id' | 'apiServerUrl' | 'gatewayUrl' | 'clientId'>;

export function sealFor(
  vault: CredentialVault,
  owner: SecretOwner,
  secret: Secret,
  { version, by }: { version: number; by: string },
): SealedChange {
  return {
    sealedSecret: vault.seal(secret, placeOf(owner, version)),
    secretVersion: version,
    secretFingerprint: vault.fingerprint(secret),
    secretUpdatedBy: by,
  };
}

/** Refuses as `secret-needed` when the seal does not open: other keys, or a row that was tampered with. */
export function openSecretOf(vault: CredentialVault, row: WorkspaceRow): Secret {
  try {
    return vault.open(row.sealedSecret, placeOf(row, row.secretVersion));
  } catch (error) {
    if (error instanceof SealBroken) throw secretUnreadable();
    throw error;
  }
}

function placeOf(owner: SecretOwner, version: number): SealedPlace {
  return {
    table: 'workspaces',
    rowId: owner.id,
    field: 'sealed_secret',
    version,
    ...boundTo(owner),
  };
}

/** Where a workspace's secrets may be sent, and as whom: moved elsewhere, none of them opens. */
export function boundTo(owner: Omit<SecretOwner, 'id'>): Destination {
  const { apiServerUrl, gatewayUrl, clientId } = owner;
  return { gatewayHosts: [new URL(apiServerUrl).host, new URL(gatewayUrl).host], clientId };
}

export function pointsTo(owner: Omit<SecretOwner, 'id'>, meant: MeantFor | null): boolean {
  if (meant === null) return true;
  const now = boundTo(owner);
  const { gatewayHosts, clientId = now.clientId } = meant;
  return now.clientId === clientId && now.gatewayHosts.join(' ') === gatewayHosts.join(' ');
}
