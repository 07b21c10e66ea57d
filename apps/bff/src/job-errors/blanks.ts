/** What commands name: ids of the connector, and what its message names. Text from outside, so only what needs no quoting is filled in. */
import type { Connector, NamedPlace } from '@console/console-contract';

export type Known = { message: string; connector: Connector | null };

export type Blank = keyof typeof blanks;

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const subscription = new RegExp(
  String.raw`/subscriptions/(${uuid})\b|\bsubscription\W{1,3}(${uuid})\b`,
  'gi',
);
const group = /\bmanagement ?group '([^'\n]{1,90})'/gi;
const unit = /\b(ou-[0-9a-z]{4,32}-[0-9a-z]{8,32})\b/g;
const resource = /\bresource: (arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]+)/g;
const user = /\bUser: (arn:[\w-]+:(?:iam|sts)::\d{12}:(?:assumed-)?role\/[\w+=,.@/-]+)/g;
const account = /\bAccount\W{1,3}(\d{12})\b/gi;

/** Where each value comes from; `source` says of an unknown one what belongs in its place. */
const blanks = {
  TENANT_ID: { source: 'the Tenant ID', of: ({ connector }: Known) => azureOf(connector)?.tenantId },
  APPLICATION_ID: {
    source: 'the Application ID',
    of: ({ connector }: Known) => azureOf(connector)?.applicationId,
  },
  SUBSCRIPTION_ID: { source: 'the subscription', of: (known: Known) => namedOf(known, 'subscription') },
  ACCOUNT_ID: { source: 'the account', of: (known: Known) => namedOf(known, 'account') },
  UNIT_ID: { source: 'the unit', of: (known: Known) => namedOf(known, 'unit') },
  ROOT_ID: {
    source: 'the root of the organization, r-…',
    of: ({ connector }: Known) =>
      connector?.organizationId?.startsWith('r-') ? connector.organizationId : null,
  },
  ROLE_NAME: { source: 'the name of the role', of: (known: Known) => roleNameOf(known) },
  STACK_SET: { source: 'the name of your stack set', of: () => null },
  CONNECTOR_ID: { source: 'the connector’s id', of: ({ connector }: Known) => connector?.id },
  CONNECTOR_UUID: { source: 'the connector’s UUID', of: ({ connector }: Known) => connector?.uuid },
  LAST_SYNC: { source: 'the time of its last job', of: ({ connector }: Known) => connector?.lastSync },
} as const satisfies Record<string, { source: string; of: (known: Known) => string | null | undefined }>;

/** The text with every value that is known, and what is missing in it, in words. */
export function fillIn(text: string, known: Known): { text: string; missing: string[] } {
  const missing = new Set<string>();
  const filled = text.replaceAll(/<([A-Z_]+)>/g, (placeholder, name: string) => {
    if (!isBlank(name)) return placeholder;
    const value = plainValueOf(name, known);
    if (value === null) missing.add(blanks[name].source);
    return value ?? placeholder;
  });
  return { text: filled, missing: [...missing] };
}

/** `null` where it is not known, or is no plain word that a shell takes as it is. */
export function plainValueOf(name: Blank, known: Known): string | null {
  const value = blanks[name].of(known) ?? '';
  return /^[\w.:/@+=,-]+$/.test(value) && !value.startsWith('-') ? value : null;
}

/** The accounts, units and groups of the cloud that a message names, each once. */
export function placesIn(message: string, cloud: Connector['cloud']): NamedPlace[] {
  const found =
    cloud === 'azure'
      ? [...idsIn(message, subscription, 'subscription'), ...idsIn(message, group, 'group')]
      : [...accountsIn(message), ...idsIn(message, unit, 'unit')];
  return found.filter(({ id }, index) => found.findIndex((one) => one.id === id) === index);
}

/** That of the role that was to be assumed; who asked for it is the vendor's own account. */
function accountsIn(message: string): NamedPlace[] {
  const roles = rolesIn(message).map((arn) => arn.split(':')[4] ?? '');
  return [...roles.map((id) => ({ kind: 'account' as const, id })), ...idsIn(message, account, 'account')];
}

function rolesIn(message: string): string[] {
  const resources = [...message.matchAll(resource)].map(([, arn = '']) => arn);
  return resources.length > 0 ? resources : [...message.matchAll(user)].map(([, arn = '']) => arn);
}

/** A role may have a path; a session of it is named behind it. */
function roleNameOf({ message, connector }: Known): string | null {
  const stored = connector?.cloud === 'aws' ? connector.roleArn : null;
  const arn = rolesIn(message)[0] ?? stored;
  const parts = arn?.split('/') ?? [];
  return (arn?.includes(':assumed-role/') ? parts[1] : parts.at(-1)) ?? null;
}

function idsIn(message: string, pattern: RegExp, kind: NamedPlace['kind']): NamedPlace[] {
  return [...message.matchAll(pattern)].flatMap(([, one, other]) => {
    const id = one ?? other;
    return id === undefined ? [] : [{ kind, id }];
  });
}

function namedOf({ message, connector }: Known, kind: NamedPlace['kind']): string | undefined {
  const cloud = kind === 'account' || kind === 'unit' ? 'aws' : 'azure';
  return placesIn(message, connector?.cloud ?? cloud).find((one) => one.kind === kind)?.id;
}

function azureOf(connector: Connector | null) {
  return connector?.cloud === 'azure' ? connector : null;
}

function isBlank(name: string): name is Blank {
  return Object.hasOwn(blanks, name);
}
