import fc from 'fast-check';
import type { OrganizationAccess, TenantAccess } from './access.ts';
import { anyHostileText } from './text/any-hostile-text.ts';

const given = fc.option(anyHostileText);

/** Whatever a person may have entered, past all checks of the form. */
export const anyOrganizationAccess: fc.Arbitrary<OrganizationAccess> = fc.record({
  partition: fc.constantFrom('global', 'govcloud'),
  baseAccountId: given,
  externalId: given,
  memberExternalId: given,
  rolePath: anyHostileText,
  roleName: given,
  rootId: given,
  cspm: fc.boolean(),
});

export const anyTenantAccess: fc.Arbitrary<TenantAccess> = fc.record({
  tenantId: given,
  applicationId: given,
  applicationName: given,
  secretExpiresOn: given,
});
