/** The Azure wizard's form as plain values: its beginning, and the connector it asks for. No React, no server. */

import {
  AzureConnectorSpec,
  type AzureDraftValues,
  azureFields,
  initialValuesOf,
  withoutBraces,
} from '@console/console-contract';
import { specPartOf } from '../field-values.ts';
import { clipped } from '../words.ts';

export const initialAzureValues: AzureDraftValues = initialValuesOf(azureFields);

/** Where a tenant's credentials belong: another one makes the test and the chosen scope doubtful. */
export type Tenant = { tenantId: string; applicationId: string };

export function tenantOf(values: AzureDraftValues): Tenant {
  return { tenantId: withoutBraces(values.tenantId), applicationId: withoutBraces(values.applicationId) };
}

export function sameTenant(one: Tenant, other: Tenant): boolean {
  return (
    one.tenantId.toLowerCase() === other.tenantId.toLowerCase() &&
    one.applicationId.toLowerCase() === other.applicationId.toLowerCase()
  );
}

/** The connector that complete values ask for; throws when `problemsOf` would still find something. */
export function toSpec(values: AzureDraftValues): AzureConnectorSpec {
  return AzureConnectorSpec.parse(specPartOf(azureFields, values));
}

/** Names as the members will carry them: the gateway joins the prefix and the subscription’s name. */
export function memberNamesMadeWith(prefix: string): string[] {
  const start = clipped(prefix, azureFields.memberPrefix.longest) || 'prefix';
  return ['Production', 'Shared services', 'Sandbox'].map((subscription) => `${start}_${subscription}`);
}
