/** The vendor's search language, one `field:value` at a time, written by code alone: no user's text is pasted in as it is. */

/** The tokens the Azure document lists; AWS is asked with the same. */
type Field =
  | 'id'
  | 'name'
  | 'description'
  | 'status'
  | 'remediationEnabled'
  | 'isDisabled'
  | 'organizationId'
  | 'tenantId'
  | 'applicationId';

/** A text is quoted and its quotes and backslashes escaped; control characters, which no quoting carries, become spaces. */
export function queryToken(field: Field, value: string | boolean): string {
  if (typeof value === 'boolean') return `${field}: ${value}`;
  const escaped = value.replace(/\p{Cc}/gu, ' ').replace(/["\\]/g, '\\$&');
  return `${field}:"${escaped}"`;
}
