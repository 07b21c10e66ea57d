/** Editing as people meet it: what the vendor would refuse is refused at once, and credentials that are kept need not be entered. */
import {
  type AwsEdit,
  type AzureEdit,
  awsFields,
  azureFields,
  consoleFieldsOf,
  differingFields,
  type Operation,
} from '@console/console-contract';
import type { AwsExternalIds, ConnectorCredentials } from '../ports/connector-gateway.ts';
import type { CredentialVault, Destination } from '../ports/credential-vault.ts';
import { type Editable, isForSameRole, type ReadEditable } from '../ports/editable.ts';
import { Refusal } from '../ports/refusal.ts';
import type { Secret, WithSecrets } from '../ports/secret.ts';
import { toldOf } from './changes/edit-look.ts';
import type { ConnectorAddress } from './open-changes.ts';
import { type Ask, type Asker, type ChangeTarget, changeOf, digestOfChange } from './requests.ts';
import type { NewOperation } from './rows.ts';

type Deps = {
  vault: Pick<CredentialVault, 'fingerprint'>;
  readEditable: ReadEditable;
  credentialsOf: (address: ConnectorAddress) => Promise<ConnectorCredentials | null>;
  /** Where the workspace points to at this moment; refuses as `not-found`. */
  boundTo: (workspaceId: string) => Promise<Destination>;
  /** What the same request came to earlier, `null` when it is the first of its key. */
  answered: (asked: Asked) => Promise<Operation | null>;
  ask: Ask;
};

type Asked = Pick<NewOperation, 'personId' | 'idempotencyKey' | 'requestDigest'>;
type EditTarget = { workspaceId: string; id: string };
type AzureEditWish = WithSecrets<AzureEdit, 'secretValue'>;
type AwsEditWish = WithSecrets<AwsEdit, 'externalId' | 'memberExternalId'>;

export function createEdits({ vault, readEditable, credentialsOf, boundTo, answered, ask }: Deps) {
  return { editAzure, editAws };

  async function editAzure(edited: EditTarget, wish: AzureEditWish, asker: Asker): Promise<Operation> {
    const destination = await boundTo(edited.workspaceId);
    const { idempotencyKey, version, spec, keepSecret } = wish;
    const target = { ...edited, cloud: 'azure', idempotencyKey } as const;
    const given = wish.secretValue ?? null;
    const also = { version, spec, keepSecret, fingerprint: given && vault.fingerprint(given) };
    // Before anything is read: by now the connector may be as this very request has left it.
    const earlier = await answered(askedBy(target, asker, also));
    if (earlier !== null) return earlier;
    const editable = await readEditable.azure(edited.workspaceId, edited.id);
    refuseLocked(editable, spec);
    const kept = await credentialsOf(target);
    const secretValue = given ?? (kept !== null && 'secretValue' in kept ? kept.secretValue : null);
    if (secretValue === null) throw secretNeeded();
    const operation = {
      ...changeOf('edit-connector', editable.connector, { target, asker, also }),
      request: {
        kind: 'edit-connector',
        cloud: 'azure',
        version,
        before: editable.values,
        spec,
        keepSecret,
        shows: doesShow(editable, spec),
        newCredentials: given !== null,
      },
    } as const;
    return ask(operation, destination, { secretValue });
  }

  async function editAws(edited: EditTarget, wish: AwsEditWish, asker: Asker): Promise<Operation> {
    const destination = await boundTo(edited.workspaceId);
    const { idempotencyKey, version, spec } = wish;
    const target = { ...edited, cloud: 'aws', idempotencyKey } as const;
    const given = givenIds(wish);
    const fingerprint = Object.values(given).map((secret) => secret && vault.fingerprint(secret));
    const also = { version, spec, fingerprint };
    const earlier = await answered(askedBy(target, asker, also));
    if (earlier !== null) return earlier;
    const editable = await readEditable.aws(edited.workspaceId, edited.id);
    refuseLocked(editable, spec);
    const kept = isForSameRole(editable, spec) ? await credentialsOf(target) : null;
    const externalIds = completeIds(given, kept);
    const newCredentials = areOthers(given, kept);
    const operation = {
      ...changeOf('edit-connector', editable.connector, { target, asker, also }),
      request: {
        kind: 'edit-connector',
        cloud: 'aws',
        version,
        before: editable.values,
        spec,
        shows: doesShow(editable, spec, newCredentials),
        newCredentials,
      },
    } as const;
    return ask(operation, destination, externalIds);
  }
}

function askedBy(target: ChangeTarget, { person }: Asker, also: object): Asked {
  const requestDigest = digestOfChange('edit-connector', target, also);
  return { personId: person.id, idempotencyKey: target.idempotencyKey, requestDigest };
}

function refuseLocked({ locked, values }: Pick<Editable, 'locked' | 'values'>, spec: object): void {
  const differing = new Set(differingFields(values, spec));
  const refused = Object.entries(locked).filter(([field]) => differing.has(field));
  if (refused.length === 0) return;
  throw new Refusal('invalid-request', 'The vendor does not change every field of a connector that exists.', {
    kept: 'Nothing was sent; the connector was not changed.',
    next: 'Leave the fields named as they are.',
    fields: Object.fromEntries(refused.map(([field, reason]) => [`spec.${field}`, reason])),
  });
}

/**
 * Whether reading afterwards can tell that the edit happened: it can when something changes that the gateway tells, and when
 * nothing changes that it keeps to itself.
 */
function doesShow(editable: Editable, spec: object, newCredentials = false): boolean {
  const told = toldOf(editable);
  const changed = differingFields(editable.values, spec).filter((field) => !consoleOnly.has(field));
  const hidden = changed.some((field) => !(field in told)) || newCredentials;
  return !hidden || changed.some((field) => field in told);
}

/** Fields that are never sent. */
const consoleOnly: ReadonlySet<string> = new Set([azureFields, awsFields].flatMap(consoleFieldsOf));

/** Ids that are those kept, entered once more, change nothing. */
function areOthers(given: GivenIds, kept: ConnectorCredentials | null): boolean {
  const ids = kept !== null && 'externalId' in kept ? kept : null;
  const differs = (name: keyof GivenIds) =>
    given[name] !== null && given[name].exposeSecret() !== ids?.[name].exposeSecret();
  return differs('externalId') || differs('memberExternalId');
}

type GivenIds = { [Name in keyof AwsExternalIds]: Secret | null };

function givenIds({ externalId, memberExternalId }: AwsEditWish): GivenIds {
  return { externalId: externalId ?? null, memberExternalId: memberExternalId ?? null };
}

/** The document lets an edit leave the members' id out, and does not say what becomes of it then. */
function completeIds(given: GivenIds, kept: ConnectorCredentials | null): AwsExternalIds {
  const ids = kept !== null && 'externalId' in kept ? kept : null;
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

function secretNeeded(): Refusal {
  return new Refusal('secret-needed', 'The console does not keep the secret of this connector.', {
    kept: 'Nothing was sent; what you entered is still here.',
    next: 'Enter the secret value: the gateway wants it with every edit.',
    fields: { secretValue: 'The gateway wants it with every edit.' },
  });
}
