import { UnitNames } from '../../../../shared/unit-names.tsx';
import { capital } from '../../../../ui/scope-picker/scope-labels.ts';
import type { SummaryItem } from '../../../../ui/summary-list.tsx';
import type { Creating } from '../../creation/use-create-connector.ts';
import { ReviewFrame } from '../../review/review-frame.tsx';
import type { AwsForm } from '../aws-form.ts';
import { reviewGroups } from '../aws-review.tsx';
import { namedIn, useInScopeText, useOrganization } from '../organization-scope.ts';

/** Every value once more under the titles of its step, and what happens next. */
export function AwsReviewStep({ form, creating }: { form: AwsForm; creating: Creating }) {
  const scope = useScopeItems(form);
  return (
    <ReviewFrame
      form={form}
      problems={form.shown}
      groups={reviewGroups(form.wizard, form.testing.standing, scope)}
      creating={creating}
      firstRun="The first run reads the organization and makes the members."
    />
  );
}

/** How much is read, and each choice by its name and path. */
function useScopeItems(form: AwsForm): SummaryItem[] {
  const { scope } = form.wizard.values;
  const { organization } = useOrganization(form, { read: true });
  const inScope = useInScopeText(scope, organization);
  const list = (label: string, ids: readonly string[]) =>
    ids.length === 0 ? [] : [{ label, value: <UnitNames units={namedIn(organization, ids)} /> }];
  return [
    { label: 'In scope', value: capital(inScope) },
    ...list('Included', scope.included),
    ...list('Excluded', scope.excluded),
  ];
}
