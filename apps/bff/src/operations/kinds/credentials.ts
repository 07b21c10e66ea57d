/** Credentials of a connector that is created or edited: which an edit sends, and what is stored of them once it has happened. */
import type { AwsExternalIds, ConnectorCredentials } from '../../ports/connector-gateway.ts';
import { Refusal } from '../../ports/refusal.ts';
import type { Secret } from '../../ports/secret.ts';
import type { RequestOf } from '../tables.ts';
import type { Effects, Found } from './kind.ts';

/** External ids are stored always, because the gateway wants them again with every edit; an Azure secret only if a user says so. */
export async function settleCredentials(
  request: RequestOf<'create-connector' | 'edit-connector'>,
  { address, credentials, effects }: Pick<Found, 'address' | 'credentials'> & { effects: Effects },
): Promise<void> {
  if (request.cloud === 'azure' && !request.keepSecret) return effects.forgetCredentials(address);
  if (credentials !== null) return effects.saveCredentials(address, credentials);
  // The gateway has new ones, no process knows them any more, and those stored would break the connector at its next edit.
  if (request.kind === 'edit-connector' && request.newCredentials) return effects.forgetCredentials(address);
}

export type GivenIds = { [Name in keyof AwsExternalIds]: Secret | null };

/** Ids that are those stored, entered once more, change nothing. */
export function areOthers(given: GivenIds, stored: ConnectorCredentials | null): boolean {
  const ids = stored !== null && 'externalId' in stored ? stored : null;
  const differs = (name: keyof GivenIds) =>
    given[name] !== null && given[name].exposeSecret() !== ids?.[name].exposeSecret();
  return differs('externalId') || differs('memberExternalId');
}

/** The document lets an edit leave the members' id out, and does not say what becomes of it then. */
export function completeIds(given: GivenIds, stored: ConnectorCredentials | null): AwsExternalIds {
  const ids = stored !== null && 'externalId' in stored ? stored : null;
  const externalId = given.externalId ?? ids?.externalId;
  const memberExternalId = given.memberExternalId ?? ids?.memberExternalId;
  if (externalId !== undefined && memberExternalId !== undefined) return { externalId, memberExternalId };
  const missing = { externalId, memberExternalId };
  const names = Object.entries(missing).filter(([, secret]) => secret === undefined);
  throw new Refusal('secret-needed', 'The external ids have to be entered for this change.', {
    kept: 'Nothing was sent; what you entered is still here.',
    next: 'Enter them as they stand in the trust policies of the roles. The console uses those it keeps only for the role they were given for.',
    fields: Object.fromEntries(names.map(([name]) => [name, 'The gateway wants it with every edit.'])),
  });
}

export function completeSecret(given: Secret | undefined, stored: ConnectorCredentials | null): Secret {
  if (given !== undefined) return given;
  if (stored !== null && 'secretValue' in stored) return stored.secretValue;
  throw new Refusal('secret-needed', 'The console does not keep the secret of this connector.', {
    kept: 'Nothing was sent; what you entered is still here.',
    next: 'Enter the secret value: the gateway wants it with every edit.',
    fields: { secretValue: 'The gateway wants it with every edit.' },
  });
}
