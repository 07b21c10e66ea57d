/** Which field a refusal of the tenant is about, as far as Entra's own error code tells. Pure. */
import type { FieldProblem } from '../../field-checks.ts';
import type { TestStanding } from './test-standing.ts';

/** What the fields of a step show: their own problems, and on the Tenant step the one that the last test refused. */
export function withRefusal(
  shown: readonly FieldProblem[],
  step: string,
  standing: TestStanding,
): readonly FieldProblem[] {
  const field = step === 'tenant' ? refusedField(standing) : undefined;
  if (field === undefined || shown.some((problem) => problem.field === field)) return shown;
  return [...shown, { field, step: 'tenant', message: REFUSED }];
}

const REFUSED = 'Refused at the last test. Why, and what to do, stands below.';

/** A 401 of the test itself names no cause; mostly it is the secret. */
export function refusedField(standing: TestStanding): string | undefined {
  if (standing.state !== 'failed' || !standing.credentialsRefused) return undefined;
  const { code, detail } = standing.problem;
  const known = /AADSTS(\d+)/.exec(detail ?? '')?.[1];
  if (known !== undefined) return FIELD_OF.get(known);
  return code === 'gateway-or-cloud-refused' ? 'secretValue' : undefined;
}

const FIELD_OF: ReadonlyMap<string, string> = new Map([
  ['7000215', 'secretValue'],
  ['7000222', 'secretValue'],
  ['700016', 'applicationId'],
  ['90002', 'tenantId'],
]);
