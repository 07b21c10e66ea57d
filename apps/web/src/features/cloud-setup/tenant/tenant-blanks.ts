import type { TenantAccess } from '../access.ts';
import { type Blank, type Filled, fillIn } from '../placeholders.ts';

export type TenantValue = 'tenantId' | 'applicationName';

/** The values of a tenant as they appear in the code. The name is asked for only while the application has still to be made. */
export function fillTenant(access: TenantAccess): Filled<TenantValue> {
  const { text, missing } = fillIn(BLANKS, access);
  const needsName = access.applicationId === null;
  return { text, missing: missing.filter((blank) => needsName || blank !== BLANKS.applicationName) };
}

const BLANKS: Record<TenantValue, Blank> = {
  tenantId: { placeholder: '<TENANT_ID>', source: 'Tenant ID' },
  applicationName: { placeholder: '<APPLICATION_NAME>', source: 'Name of the connector, in Basics' },
};
