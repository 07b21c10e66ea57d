/** The Azure wizard's form as plain values: its steps, its beginning, and the connector it asks for. No React, no server. */
import { AzureConnectorSpec, type AzureDraftValues, type AzureStep } from '@console/console-contract';

/** The steps in their order, with the titles that the stepper, the review and the drafts list share. */
export const azureSteps: readonly { id: AzureStep; title: string }[] = [
  { id: 'basics', title: 'Basics' },
  { id: 'tenant', title: 'Tenant' },
  { id: 'scope', title: 'Scope' },
  { id: 'members', title: 'Members and schedule' },
  { id: 'activation', title: 'Activation and tags' },
  { id: 'review', title: 'Review' },
];

/** Vendor limits: the Azure document for the prefix, Connector 2.14 for the days. */
export const longestPrefix = 30;
export const mostDays = 7;

export const initialAzureValues: AzureDraftValues = {
  name: '',
  description: '',
  cspm: true,
  remediation: false,
  tenantId: '',
  tenantName: '',
  applicationId: '',
  secretExpiresOn: null,
  scope: { included: [], excluded: [] },
  memberPrefix: '',
  createForNewAccounts: true,
  disableForDeleted: true,
  runEveryDays: 1,
  memberRunEveryDays: 1,
  activation: { vm: false, pc: false, sca: false, certView: false },
  tagIds: [],
};

/** Where a tenant's credentials belong: another one makes the test and the chosen scope doubtful. */
export type Tenant = { tenantId: string; applicationId: string };

export function tenantOf(values: AzureDraftValues): Tenant {
  return { tenantId: values.tenantId.trim(), applicationId: values.applicationId.trim() };
}

export function sameTenant(one: Tenant, other: Tenant): boolean {
  return (
    one.tenantId.toLowerCase() === other.tenantId.toLowerCase() &&
    one.applicationId.toLowerCase() === other.applicationId.toLowerCase()
  );
}

export function isWholeTenant({ scope }: AzureDraftValues): boolean {
  return scope.included.length === 0 && scope.excluded.length === 0;
}

/** The connector that complete values ask for; throws when `problemsOf` would still find something. */
export function toSpec(values: AzureDraftValues): AzureConnectorSpec {
  return AzureConnectorSpec.parse(values);
}

/** Names as the members will carry them, made with the prefix of the form. */
export function memberNamesMadeWith(prefix: string): string[] {
  const start = prefix.trim() || 'prefix';
  return ['Production', 'Shared services', 'Sandbox'].map((subscription) => `${start}-${subscription}`);
}

export function indexOfStep(step: AzureStep): number {
  return azureSteps.findIndex(({ id }) => id === step);
}

export function titleOfStep(step: string): string {
  return azureSteps.find(({ id }) => id === step)?.title ?? step;
}

/** The step before or after; the first and last have none on one side. */
export function neighbourOf(step: AzureStep, offset: 1 | -1): AzureStep | undefined {
  return azureSteps[indexOfStep(step) + offset]?.id;
}
