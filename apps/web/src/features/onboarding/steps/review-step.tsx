import { useState } from 'react';
import { Link } from 'react-router';
import { ProblemBanner } from '../../../shared/problem-banner.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { titleOfStep } from '../azure-draft.ts';
import type { Creating } from '../creation/use-create-connector.ts';
import { places } from '../places.ts';
import { type StepForm, secretProps } from '../step-form.ts';
import { reviewGroups } from './review-groups.tsx';
import { ReviewProblems } from './review-problems.tsx';

/** Every value once more under the titles of its step, the secret where it was forgotten, and what happens next. */
export function ReviewStep({
  form,
  creating,
  draft,
}: {
  form: StepForm;
  creating: Creating;
  draft: string | null;
}) {
  const { wizard, testing, workspace } = form;
  const [secretAsked] = useState(wizard.secret.state !== 'given');
  const elsewhere = form.shown.filter(({ field }) => !(secretAsked && field === 'secretValue'));
  return (
    <>
      <ReviewProblems
        problems={elsewhere}
        attempt={wizard.refusals}
        placeOf={(step) => places.edit(workspace, draft, step)}
      />
      {reviewGroups(wizard, testing.standing).map(({ step, items }) => (
        <section key={step} aria-label={titleOfStep(step)} className="grid gap-2 border-line border-b pb-4">
          <div className="flex items-baseline gap-3">
            <h3 className="m-0 flex-1 font-semibold text-md">{titleOfStep(step)}</h3>
            <Link
              to={places.edit(workspace, draft, step)}
              className="inline-block py-0.5 text-accent-ink text-sm"
            >
              Edit<span className="sr-only"> {titleOfStep(step)}</span>
            </Link>
          </div>
          <div className={LABELS}>
            <SummaryList items={items} />
          </div>
        </section>
      ))}
      {secretAsked && <SecretAtReview form={form} />}
      <Checkbox
        label="Run it now"
        hint="The first run reads the tenant and makes the members. Otherwise it begins at the next scheduled time."
        checked={creating.runNow}
        onChange={(event) => creating.setRunNow(event.currentTarget.checked)}
      />
      <ProblemBanner error={creating.problem} />
      <ProblemFields fields={creating.problem?.fields ?? {}} />
    </>
  );
}

/** Narrower labels than usual, so that an id fits into one line. */
const LABELS = '[&_dl]:sm:grid-cols-[152px_minmax(0,1fr)]';

/** Asked for where the page no longer knows it. */
function SecretAtReview({ form }: { form: StepForm }) {
  return (
    <div className="grid gap-3">
      <Banner tone="info" title="The secret has to be entered again">
        It is kept in this page’s memory only and was forgotten when the page was left or reloaded.
      </Banner>
      <PasswordField
        {...secretProps(form)}
        label="Secret value"
        hint="The secret’s Value, not its ID. It is sent to the gateway with the connector and not stored here."
        shown="secret"
        autoComplete="off"
      />
    </div>
  );
}

function ProblemFields({ fields }: { fields: Readonly<Record<string, string>> }) {
  const messages = Object.entries(fields);
  if (messages.length === 0) return null;
  return (
    <ul className="m-0 list-disc pl-5 text-bad text-sm">
      {messages.map(([field, message]) => (
        <li key={field}>
          {field.replace(/^spec\./, '')}: {message}
        </li>
      ))}
    </ul>
  );
}
