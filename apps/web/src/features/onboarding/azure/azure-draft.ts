/** The Azure wizard's form as plain values: its beginning, and the connector it asks for. No React, no server. */

import { AzureConnectorSpec, type AzureDraftValues } from '@console/console-contract';
import { longestPrefix } from '../field-checks.ts';
import { clipped } from '../words.ts';

/** Vendor limit since Connector 2.14. */
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

/** The connector that complete values ask for; throws when `problemsOf` would still find something. */
export function toSpec(values: AzureDraftValues): AzureConnectorSpec {
  const { scopeText: _, ...spec } = values;
  return AzureConnectorSpec.parse(spec);
}

/** Names as the members will carry them: the gateway joins the prefix and the subscription’s name. */
export function memberNamesMadeWith(prefix: string): string[] {
  const start = clipped(prefix, longestPrefix) || 'prefix';
  return ['Production', 'Shared services', 'Sandbox'].map((subscription) => `${start}_${subscription}`);
}
