/** What is still wrong with the Azure wizard's form, field by field, in words that say what to do. */
import {
  type AzureDraftValues,
  type azureFields,
  invisibleCharacterProblem,
  withoutBraces,
} from '@console/console-contract';
import {
  bothWaysProblem,
  type Checks,
  type FieldProblem,
  runChecks,
  scopeTextProblem,
  tagsProblem,
} from '../field-checks.ts';
import { isEverything } from '../scope-choice.ts';
import { sameTenant, type Tenant, tenantOf } from './azure-draft.ts';

/** The secret lives in the page alone: `forgotten` after a reload, when it is asked for again before creating. */
export type SecretEntry = { state: 'missing' | 'forgotten' } | { state: 'given'; value: string };

export type Checked = {
  values: AzureDraftValues;
  secret: SecretEntry;
  /** The tenant from whose groups the scope was chosen. */
  scopeOf: Tenant;
  /** `2027-01-31` */
  today: string;
};

/** Every problem in the order of the form. An empty list means that the connector can be asked for. */
export function problemsOf(form: Checked): FieldProblem[] {
  return runChecks(CHECKS, form);
}

const CHECKS: Checks<Checked> = {
  cloud: 'azure',
  own: {
    tenantId: checkTenantId,
    applicationId: checkApplicationId,
    secretValue: ({ secret }) => checkSecret(secret),
    secretExpiresOn: checkExpiry,
    scope: checkScope,
    activation: checkActivation,
    tagIds: ({ values }) => tagsProblem(values.tagIds),
  } satisfies Partial<Record<keyof typeof azureFields, (form: Checked) => string | undefined>>,
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for what Entra shows as a tenant's or an application's id. */
export function isUuid(text: string): boolean {
  return UUID.test(withoutBraces(text));
}

function checkTenantId({ values }: Checked): string | undefined {
  if (values.tenantId.trim() === '') return 'Enter the Directory (tenant) ID.';
  if (!isUuid(values.tenantId)) {
    return 'Copy the whole Directory (tenant) ID: 32 letters a–f and digits in five groups, joined by dashes.';
  }
  return undefined;
}

function checkApplicationId({ values }: Checked): string | undefined {
  const { tenantId, applicationId } = tenantOf(values);
  if (applicationId === '') return 'Enter the Application (client) ID.';
  if (!isUuid(applicationId)) {
    return 'Copy the whole Application (client) ID: 32 letters a–f and digits in five groups, joined by dashes.';
  }
  if (applicationId.toLowerCase() === tenantId.toLowerCase()) {
    return 'This is the tenant ID again. Copy the Application (client) ID, which stands above it in Entra.';
  }
  return undefined;
}

/** The contract takes visible ASCII only, because the value travels in a header later. */
export function checkSecret(secret: SecretEntry): string | undefined {
  if (secret.state === 'forgotten') return undefined;
  const value = secret.state === 'given' ? secret.value.trim() : '';
  if (value === '') return 'Paste the secret’s Value.';
  const unseen = secret.state === 'given' ? invisibleCharacterProblem(secret.value) : undefined;
  if (unseen !== undefined) return unseen;
  if (/^\*{4,}$/.test(value)) return 'These are mask characters. Paste the secret’s Value itself.';
  if (!/^[\x21-\x7e]+$/.test(value))
    return 'Paste the Value again: it holds a space, a line break or an odd character.';
  if (value.length > 512) return 'This is too long for a client secret. Paste its Value alone.';
  return undefined;
}

/** Entra shows both beside each other, and nothing forbids a Value that looks so: it is said and not refused. */
export function secretWarning(secret: SecretEntry): string | undefined {
  if (secret.state !== 'given' || !isUuid(secret.value)) return undefined;
  return 'This looks like the Secret ID. The Value stands beside it in Entra and is shown only when the secret is made.';
}

function checkExpiry({ values, today }: Checked): string | undefined {
  const day = values.secretExpiresOn;
  if (day === null) return undefined;
  if (!isDay(day)) return 'Enter the day as Entra shows it, or leave the field empty.';
  if (day < today)
    return 'This day has passed. Create a new secret in Entra and enter its Value and its last day.';
  return undefined;
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function checkScope({ values, scopeOf }: Checked): string | undefined {
  const unapplied = scopeTextProblem(values);
  if (unapplied !== undefined) return unapplied;
  if (isEverything(values.scope)) return undefined;
  if (!sameTenant(scopeOf, tenantOf(values))) {
    return 'These groups were chosen for another tenant or application. Keep them or begin the choice again.';
  }
  return bothWaysProblem(values.scope);
}

function checkActivation({ values }: Checked): string | undefined {
  const { pc, sca } = values.activation;
  return pc && sca ? 'Choose one of the two: Policy Compliance and SCA cannot both be activated.' : undefined;
}
