import type { Creating } from '../../creation/use-create-connector.ts';
import { ReviewFrame } from '../../review/review-frame.tsx';
import type { AwsForm } from '../aws-form.ts';
import { reviewGroups } from '../aws-review.tsx';

/** Every value once more under the titles of its step, and what happens next. */
export function AwsReviewStep({ form, creating }: { form: AwsForm; creating: Creating }) {
  return (
    <ReviewFrame
      form={form}
      problems={form.shown}
      groups={reviewGroups(form.wizard, form.testing.standing)}
      creating={creating}
      firstRun="The first run reads the organization and makes the members."
    />
  );
}
