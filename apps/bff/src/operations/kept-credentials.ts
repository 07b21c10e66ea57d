/** What becomes of a connector's credentials once it is as it was asked for. */
import type { BoundCredentials } from '../ports/connector-gateway.ts';
import type { Credentials } from './change.ts';
import type { ConnectorAddress } from './open-changes.ts';
import type { OperationRow } from './rows.ts';

export type CredentialEffects = {
  keepCredentials: (address: ConnectorAddress, credentials: BoundCredentials) => Promise<void>;
  forgetCredentials: (address: ConnectorAddress) => Promise<void>;
};

type Hands = {
  /** `null` when the process that had them is gone. */
  credentials: Credentials;
  effects: CredentialEffects;
};

/** External ids are kept always, because the gateway wants them again with every edit; an Azure secret only if a person wishes so. */
export async function settleCredentials(
  { request }: OperationRow,
  address: ConnectorAddress,
  { credentials, effects }: Hands,
): Promise<void> {
  if (request.kind !== 'create-connector' && request.kind !== 'edit-connector') return;
  if (request.cloud === 'azure' && !request.keepSecret) return effects.forgetCredentials(address);
  if (credentials !== null) return effects.keepCredentials(address, credentials);
  // The gateway has new ones, nobody knows them any more, and those kept would break the connector at its next edit.
  if (request.kind === 'edit-connector' && request.newCredentials) return effects.forgetCredentials(address);
}
