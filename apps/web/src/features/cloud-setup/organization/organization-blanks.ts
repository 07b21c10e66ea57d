import type { OrganizationAccess } from '../access.ts';
import { type Blank, type Filled, fillIn } from '../placeholders.ts';

export type OrganizationText = Filled<OrganizationValue>['text'];
export type OrganizationValue = 'baseAccountId' | 'externalId' | 'memberExternalId' | 'roleName' | 'rootId';

/** The values of an organization as they appear in the code. */
export function fillOrganization(access: OrganizationAccess): Filled<OrganizationValue> {
  return fillIn(BLANKS, access);
}

const BLANKS: Record<OrganizationValue, Blank> = {
  baseAccountId: { placeholder: '<TRUSTED_ACCOUNT_ID>', source: 'Account that assumes the role' },
  roleName: { placeholder: '<ROLE_NAME>', source: 'Role ARN, its last part' },
  externalId: { placeholder: '<EXTERNAL_ID>', source: 'External ID' },
  memberExternalId: { placeholder: '<MEMBER_EXTERNAL_ID>', source: 'Member external ID' },
  rootId: { placeholder: '<ROOT_ID>', source: 'Root ID' },
};
