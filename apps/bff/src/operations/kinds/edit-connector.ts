/**
 * A4 and W5. Both take the whole connector, so an edit is built from what the gateway tells just before, and the user's changes on top.
 * What the gateway leaves out (of AWS the role, scope, account, external ids) is what the console stored or a user gave, never blank.
 */
import {
  type AzureConnectorSpec,
  awsFields,
  azureFields,
  type ConnectorSpec,
  consoleFieldsOf,
  differingFields,
  lockedFieldsOf,
} from '@console/console-contract';
import type { ConnectorCredentials, ConnectorGateway } from '../../ports/connector-gateway.ts';
import { type AzureEditable, type Editable, isForSameRole } from '../../ports/editable.ts';
import { Refusal } from '../../ports/refusal.ts';
import { changedMeanwhile, editedOtherwise, editUnseen, notEdited } from '../problems.ts';
import type { RequestOf } from '../tables.ts';
import { areOthers, completeIds, completeSecret, settleCredentials } from './credentials.ts';
import type {
  Change,
  Finding,
  Kind,
  Missing,
  PreparedChange,
  ReceivedChange,
  Sources,
  Subject,
} from './kind.ts';
import { readIfThere, refuseTakenName } from './lookups.ts';

type Edit = RequestOf<'edit-connector'>;
type ReceivedOf<Cloud> = Extract<ReceivedChange<'edit-connector'>, { cloud: Cloud }>;

export const editConnector: Kind<'edit-connector'> = {
  identity(received, fingerprint) {
    const { workspaceId, cloud, id, version, spec } = received;
    const same = { workspaceId, cloud, id, version, spec };
    if (received.cloud === 'azure') {
      const { keepSecret, secretValue } = received;
      return {
        ...same,
        keepSecret,
        fingerprint: secretValue === undefined ? null : fingerprint(secretValue),
      };
    }
    const ids = [received.externalId, received.memberExternalId];
    return { ...same, fingerprint: ids.map((secret) => (secret === undefined ? null : fingerprint(secret))) };
  },

  prepare: (received, sources) =>
    received.cloud === 'azure' ? prepareAzure(received, sources) : prepareAws(received, sources),

  change: editOf,

  async apply(request, { address, connector, credentials }, effects) {
    if (connector !== null) await effects.saveEdited(address.workspaceId, connector, request.spec);
    await settleCredentials(request, { address, credentials, effects });
  },
};

async function prepareAzure(
  received: ReceivedOf<'azure'>,
  { readEditable, credentialsOf }: Sources,
): Promise<PreparedChange<'edit-connector'>> {
  const { workspaceId, cloud, id, version, spec, keepSecret } = received;
  const editable = await readEditable.azure(workspaceId, id);
  refuseLocked(editable, spec);
  const secretValue = completeSecret(received.secretValue, await credentialsOf({ workspaceId, cloud, id }));
  const newCredentials = received.secretValue !== undefined;
  const [before, shows] = [editable.values, doesShow(editable, spec)];
  return {
    connector: editable.connector,
    request: { kind: 'edit-connector', cloud, version, before, spec, keepSecret, shows, newCredentials },
    secrets: { secretValue },
  };
}

async function prepareAws(
  received: ReceivedOf<'aws'>,
  { readEditable, credentialsOf }: Sources,
): Promise<PreparedChange<'edit-connector'>> {
  const { workspaceId, cloud, id, version, spec, externalId = null, memberExternalId = null } = received;
  const editable = await readEditable.aws(workspaceId, id);
  refuseLocked(editable, spec);
  const stored = isForSameRole(editable, spec) ? await credentialsOf({ workspaceId, cloud, id }) : null;
  const given = { externalId, memberExternalId };
  const secrets = completeIds(given, stored);
  const newCredentials = areOthers(given, stored);
  const [before, shows] = [editable.values, doesShow(editable, spec, newCredentials)];
  return {
    connector: editable.connector,
    request: { kind: 'edit-connector', cloud, version, before, spec, shows, newCredentials },
    secrets,
  };
}

/** What the vendor would refuse is refused at once. */
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
  const reported = reportedOf(editable);
  const changed = differingFields(editable.values, spec).filter((field) => !consoleOnly.has(field));
  const hidden = changed.some((field) => !(field in reported)) || newCredentials;
  return !hidden || changed.some((field) => field in reported);
}

/** Fields that are never sent. */
const consoleOnly: ReadonlySet<string> = new Set([azureFields, awsFields].flatMap(consoleFieldsOf));

/** The fields of which the gateway says anything. */
function reportedOf({ reported }: Pick<Editable, 'reported'>): Partial<ConnectorSpec> {
  return Object.fromEntries(Object.entries(reported).filter(([, value]) => value !== null));
}

function editOf(request: Edit, { workspaceId, id, accepted: acceptedBefore, readEditable }: Subject): Change {
  const { cloud, spec, version } = request;
  const read = (): Promise<Editable> => readEditable[cloud](workspaceId, id);
  let basis: Editable | null = null;
  let accepted = acceptedBefore;
  return {
    async check(gateway) {
      basis = await read();
      if (basis.version !== version) return changedMeanwhile;
      // The name of an Azure connector is locked.
      if (cloud === 'azure' || basis.reported.name === spec.name) return null;
      const taken = await refuseTakenName(gateway, { cloud, name: spec.name });
      return taken && { ...taken, kept: 'Nothing was sent; the connector was not changed.' };
    },
    async write(gateway, credentials) {
      if (basis === null) throw new Error('An edit is checked before it is written.');
      await send({ id, request, basis, credentials }, gateway);
      accepted = true;
      return { kind: 'accepted' };
    },
    look: () => lookForEdit(read, request, accepted),
    missing: (wasAccepted) => missingEdit(request, wasAccepted),
  };
}

type Sent = { id: string; request: Edit; basis: Editable; credentials: ConnectorCredentials | null };

async function send({ id, request, basis, credentials }: Sent, gateway: ConnectorGateway): Promise<void> {
  const { unreported } = basis;
  if (request.cloud === 'azure' && basis.cloud === 'azure' && credentials && 'secretValue' in credentials) {
    const spec = withLockedAsReported(request.spec, basis);
    return gateway.editAzure({ id, spec, unreported }, credentials.secretValue);
  }
  if (request.cloud === 'aws' && credentials && 'externalId' in credentials) {
    return gateway.editAws({ id, spec: request.spec, unreported }, credentials);
  }
  throw new Error('A connector cannot be edited without its credentials.');
}

/** To the letter: the gateway compares even the case of a UUID. */
function withLockedAsReported(spec: AzureConnectorSpec, { reported }: AzureEditable): AzureConnectorSpec {
  const known = lockedFieldsOf(azureFields)
    .map(([field]): [string, unknown] => [field, Reflect.get(reported, field)])
    .filter(([, value]) => value !== null);
  return { ...spec, ...Object.fromEntries(known) };
}

/** What the gateway tells must be what was asked; of what it does not tell, only its own yes is evidence. */
async function lookForEdit(
  read: () => Promise<Editable>,
  { spec, shows, newerFields = [] }: Pick<Edit, 'spec' | 'shows' | 'newerFields'>,
  accepted: boolean,
): Promise<Finding> {
  const editable = await readIfThere(read);
  if (editable === null || !(shows || accepted)) return { kind: 'nothing-yet' };
  const differing = differingFields(reportedOf(editable), spec).filter(
    (field) => !newerFields.includes(field),
  );
  const same = differing.length === 0;
  return same ? { kind: 'happened', connector: editable.connector } : { kind: 'nothing-yet' };
}

function missingEdit({ shows }: Pick<Edit, 'shows'>, accepted: boolean): Missing {
  if (accepted) return { state: 'needs-review', problem: editedOtherwise };
  return shows ? { state: 'absent', problem: notEdited } : { state: 'needs-review', problem: editUnseen };
}
