/** What is still wrong with the Azure wizard's form, field by field, in words that say what to do. */
import type { AzureDraftValues, AzureStep } from '@console/console-contract';
import { longestPrefix, mostDays, sameTenant, type Tenant, tenantOf } from './azure-draft.ts';

/** Dotted paths of the connector's spec, and the secret that never belongs to it. They are the ids of the controls too. */
export type AzureField =
  | 'name'
  | 'description'
  | 'tenantId'
  | 'tenantName'
  | 'applicationId'
  | 'secretValue'
  | 'secretExpiresOn'
  | 'scope'
  | 'memberPrefix'
  | 'runEveryDays'
  | 'memberRunEveryDays'
  | 'activation.sca'
  | 'tagIds';

export type FieldProblem = { field: AzureField; step: AzureStep; message: string };

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
  return CHECKS.flatMap(({ field, step, check }) => {
    const message = check(form);
    return message === undefined ? [] : [{ field, step, message }];
  });
}

type Check = (form: Checked) => string | undefined;

const CHECKS: readonly { field: AzureField; step: AzureStep; check: Check }[] = [
  { field: 'name', step: 'basics', check: ({ values }) => lineProblem(values.name, NAME) },
  { field: 'description', step: 'basics', check: checkDescription },
  { field: 'tenantId', step: 'tenant', check: checkTenantId },
  { field: 'tenantName', step: 'tenant', check: ({ values }) => lineProblem(values.tenantName, TENANT_NAME) },
  { field: 'applicationId', step: 'tenant', check: checkApplicationId },
  { field: 'secretValue', step: 'tenant', check: ({ secret }) => checkSecret(secret) },
  { field: 'secretExpiresOn', step: 'tenant', check: checkExpiry },
  { field: 'scope', step: 'scope', check: checkScope },
  { field: 'memberPrefix', step: 'members', check: ({ values }) => lineProblem(values.memberPrefix, PREFIX) },
  { field: 'runEveryDays', step: 'members', check: ({ values }) => checkDays(values.runEveryDays) },
  {
    field: 'memberRunEveryDays',
    step: 'members',
    check: ({ values }) => checkDays(values.memberRunEveryDays),
  },
  { field: 'activation.sca', step: 'activation', check: checkActivation },
  { field: 'tagIds', step: 'activation', check: checkTags },
];

const NAME = { longest: 255, empty: 'Give the connector a name.', noun: 'name' };
const TENANT_NAME = {
  longest: 255,
  empty: 'Enter the tenant’s name as Entra shows it.',
  noun: 'tenant name',
};
const PREFIX = {
  longest: longestPrefix,
  empty: 'Enter a prefix: the names of all members begin with it.',
  noun: 'prefix',
};
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** True for what Entra shows as a tenant's or an application's id. */
export function isUuid(text: string): boolean {
  return UUID.test(text.trim());
}

function lineProblem(
  text: string,
  line: { longest: number; empty: string; noun: string },
): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return line.empty;
  if (trimmed.length > line.longest) {
    return `Shorten the ${line.noun} by ${trimmed.length - line.longest} to ${line.longest} characters.`;
  }
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(trimmed)) return `Remove line breaks and tabs from the ${line.noun}.`;
  return undefined;
}

function checkDescription({ values }: Checked): string | undefined {
  const over = values.description.trim().length - 1000;
  return over > 0 ? `Shorten the description by ${over} to 1000 characters.` : undefined;
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
  if (/^\*{4,}$/.test(value)) return 'These are mask characters. Paste the secret’s Value itself.';
  if (!/^[\x21-\x7e]+$/.test(value))
    return 'Paste the Value again: it holds a space, a line break or an odd character.';
  if (value.length > 512) return 'This is too long for a client secret. Paste its Value alone.';
  return undefined;
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
  const { included, excluded } = values.scope;
  if (included.length === 0 && excluded.length === 0) return undefined;
  if (!sameTenant(scopeOf, tenantOf(values))) {
    return 'These groups were chosen for another tenant or application. Keep them or begin the choice again.';
  }
  const without = new Set(excluded);
  const both = included.find((unit) => without.has(unit));
  return both === undefined ? undefined : `Choose one for “${both}”: it is included and excluded at once.`;
}

function checkDays(days: number): string | undefined {
  const fits = Number.isInteger(days) && days >= 1 && days <= mostDays;
  return fits ? undefined : `Choose a number of whole days from 1 to ${mostDays}.`;
}

function checkActivation({ values }: Checked): string | undefined {
  const { pc, sca } = values.activation;
  return pc && sca ? 'Choose one of the two: Policy Compliance and SCA cannot both be activated.' : undefined;
}

function checkTags({ values }: Checked): string | undefined {
  const wrong = values.tagIds.find((tag) => !/^[0-9]{1,19}$/.test(tag));
  if (wrong !== undefined) return `Replace “${wrong.slice(0, 40)}”: a tag ID is a number of up to 19 digits.`;
  return values.tagIds.length > 100 ? 'Remove some tags: at most 100 are possible.' : undefined;
}
