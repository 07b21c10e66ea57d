/** An AWS connector that exists: what an edit of it needs and does beyond its fields. Pure but for the call. */
import { type AwsEditing, connectorChangeEndpoints } from '@console/console-contract';
import { call } from '../../../shared/console/console-client.ts';
import { formValuesOf } from '../editing/edit-values.ts';
import type { FieldProblem } from '../field-checks.ts';
import { changedParts, connectionOf, initialAwsValues, toSpec } from './aws-draft.ts';
import type { AwsWizardState } from './aws-form.ts';
import { isTested, wizardProblems } from './aws-state.ts';

/** External ids that are kept need not be entered; whether the connection has to be tested is `retestOf`'s to say. */
export function problemsOfEdit(wizard: AwsWizardState, basis: AwsEditing): FieldProblem[] {
  const { externalId, memberExternalId } = wizard.values;
  const kept = areIdsKept(wizard, basis);
  const missing = new Map<string, string>();
  if (externalId.trim() === '') missing.set('externalId', wantedIdOf('the role'));
  if (memberExternalId.trim() === '')
    missing.set('memberExternalId', wantedIdOf('the member accounts’ roles'));
  const wrong = wizardProblems(wizard)
    .filter(({ field }) => field !== 'connection' && !(kept && missing.has(field)))
    .map((problem) => ({ ...problem, message: missing.get(problem.field) ?? problem.message }));
  const { wanted, waived } = retestOf(wizard, basis);
  return wanted && !waived ? [...wrong, TO_BE_TESTED] : wrong;
}

/** The roles exist, and another id than theirs would lock the gateway out. */
function wantedIdOf(roles: string): string {
  return `Enter the external ID that stands in the trust policy of ${roles}: no other one is let in.`;
}

const TO_BE_TESTED: FieldProblem = {
  field: 'connection',
  step: 'organization',
  message: 'Test the connection as it will be saved, or choose to save without a test.',
};

/** The console uses the ids that it keeps only for the role they were given for (SECURITY.md): another one asks for them. */
export function areIdsKept(
  { values }: Pick<AwsWizardState, 'values'>,
  { externalIdsKept, values: before }: AwsEditing,
): boolean {
  const sameRole = values.roleArn.trim() === before.roleArn;
  return externalIdsKept && sameRole && values.baseAccountId.trim() === before.baseAccountId;
}

/**
 * A changed connection is tested before it is saved (`wanted`), or a user says for these very values that it need not be
 * (`waived`): an edit may repair what no test can reach.
 */
export function retestOf(wizard: AwsWizardState, basis: AwsEditing): { wanted: boolean; waived: boolean } {
  const connection = connectionOf(wizard.values);
  const before = connectionOf(formValuesOf(initialAwsValues, basis.values));
  const { waivedFor } = wizard;
  return {
    wanted: changedParts(before, connection).length > 0 && !isTested(wizard),
    waived: waivedFor !== null && changedParts(waivedFor, connection).length === 0,
  };
}

export function credentialChanges(wizard: AwsWizardState, basis: AwsEditing): string[] {
  const { externalId, memberExternalId } = wizard.values;
  const { wanted, waived } = retestOf(wizard, basis);
  const becomes = basis.externalIdsKept
    ? 'entered here is sent again; where it differs from the kept one, it takes its place'
    : 'is sent again, and kept sealed from now on';
  return [
    ...(externalId.trim() === '' ? [] : [`The external ID ${becomes}.`]),
    ...(memberExternalId.trim() === '' ? [] : [`The member external ID ${becomes}.`]),
    ...(wanted && waived ? [UNTESTED] : []),
  ];
}

const UNTESTED = 'The connection is saved without a test: the next run shows whether it works.';

/** The call that saves complete values; external ids go beside the spec. */
export function savingOf({ values }: AwsWizardState, { id, version }: AwsEditing, workspace: string) {
  const externalId = values.externalId.trim();
  const memberExternalId = values.memberExternalId.trim();
  const ids = { ...(externalId && { externalId }), ...(memberExternalId && { memberExternalId }) };
  return (idempotencyKey: string) =>
    call(connectorChangeEndpoints.editAwsConnector, {
      params: { workspace, id },
      body: { idempotencyKey, version, spec: toSpec(values), ...ids },
    });
}
