import { useState } from 'react';
import { Banner } from '../../../../ui/banner.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { PasswordField } from '../../../../ui/password-field.tsx';
import type { Creating } from '../../creation/use-create-connector.ts';
import { ReviewFrame } from '../../review/review-frame.tsx';
import { type AzureForm, secretProps } from '../azure-form.ts';
import { reviewGroups } from '../azure-review.tsx';
import { useInScopeText, useTenantGroups } from '../tenant-scope.ts';

/** Whether the console keeps the secret sealed, so that an edit need not ask for it. */
export type SecretKeeping = { keep: boolean; onKeep: (keep: boolean) => void };

export interface AzureReviewStepProps {
  form: AzureForm;
  creating: Creating;
  keeping: SecretKeeping;
}

/** Every value once more under the titles of its step, the secret where it was forgotten, and what happens next. */
export function AzureReviewStep({ form, creating, keeping }: AzureReviewStepProps) {
  const { wizard, testing } = form;
  const { units } = useTenantGroups(form, { read: true });
  const inScope = useInScopeText(wizard.values.scope, units);
  const [secretAsked] = useState(wizard.secret.state !== 'given');
  return (
    <ReviewFrame
      form={form}
      problems={form.shown.filter(({ field }) => !(secretAsked && field === 'secretValue'))}
      groups={reviewGroups(wizard, testing.standing, inScope)}
      creating={creating}
      firstRun="The first run reads the tenant and makes the members."
    >
      {secretAsked && <SecretAtReview form={form} />}
      <Checkbox
        label="Keep the secret for later edits"
        hint="Sealed with the console’s key, for this workspace’s gateway alone. Off, it is forgotten once the connector exists."
        checked={keeping.keep}
        onChange={(event) => keeping.onKeep(event.currentTarget.checked)}
      />
    </ReviewFrame>
  );
}

/** Asked for where the page no longer knows it. */
function SecretAtReview({ form }: { form: AzureForm }) {
  return (
    <div className="grid gap-3">
      <Banner tone="info" title="The secret has to be entered again">
        It is kept in this page’s memory only and was forgotten when the page was left or reloaded.
      </Banner>
      <PasswordField
        {...secretProps(form)}
        label="Secret value"
        hint="The secret’s Value, not its ID. It is sent to the gateway with the connector and kept only if you say so below."
        shown="secret"
        autoComplete="off"
      />
    </div>
  );
}
