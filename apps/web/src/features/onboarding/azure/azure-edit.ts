/** An Azure connector that exists: what an edit of it needs and does beyond its fields. Pure but for the call. */
import { type AzureEditing, connectorChangeEndpoints } from '@console/console-contract';
import { call } from '../../../shared/console/console-client.ts';
import { todayHere } from '../drafts/use-kept-draft.ts';
import type { FieldProblem } from '../field-checks.ts';
import { toSpec } from './azure-draft.ts';
import type { AzureWizardState } from './azure-form.ts';
import { wizardProblems } from './azure-state.ts';

/** A secret that is kept need not be entered. A day that has passed is a fact of the connector, not a mistake of this edit. */
export function problemsOfEdit(wizard: AzureWizardState, basis: AzureEditing): FieldProblem[] {
  const { secret, values } = wizard;
  return wizardProblems(wizard, todayHere()).filter(({ field }) => {
    if (field === 'secretValue') return !(basis.secretKept && secret.state !== 'given');
    if (field === 'secretExpiresOn') return values.secretExpiresOn !== basis.values.secretExpiresOn;
    return true;
  });
}

/** The gateway does not change the secret of a connector: one that was typed is sent again, and only what the console keeps may differ. */
export function credentialChanges({ keepSecret, secret }: AzureWizardState, basis: AzureEditing): string[] {
  if (keepSecret && basis.secretKept) return secret.state === 'given' ? [KEPT_INSTEAD] : [];
  if (keepSecret === basis.secretKept) return [];
  return [keepSecret ? 'The secret is kept sealed from now on.' : 'The kept secret is forgotten.'];
}

const KEPT_INSTEAD = 'The secret entered here is kept sealed in place of the one that is kept now.';

/** The call that saves complete values; the secret goes beside the spec. */
export function savingOf(
  { values, secret, keepSecret }: AzureWizardState,
  { id, version }: AzureEditing,
  workspace: string,
) {
  const given = secret.state === 'given' ? { secretValue: secret.value } : {};
  return (idempotencyKey: string) =>
    call(connectorChangeEndpoints.editAzureConnector, {
      params: { workspace, id },
      body: { idempotencyKey, version, spec: toSpec(values), keepSecret, ...given },
    });
}
