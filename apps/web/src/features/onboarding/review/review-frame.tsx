import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ProblemBanner } from '../../../shared/console/problem-banner.tsx';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { type SummaryItem, SummaryList } from '../../../ui/layout/summary-list.tsx';
import type { Creating } from '../creation/use-create-connector.ts';
import type { FieldProblem } from '../field-checks.ts';
import { places } from '../places.ts';
import type { StepForm } from '../wizard/step-form.ts';
import { titleOfStep, type WizardStep } from '../wizard/wizard-steps.ts';
import { ProblemFields } from './problem-fields.tsx';
import { ReviewProblems } from './review-problems.tsx';

export type ReviewGroup = { step: WizardStep; items: SummaryItem[] };

export interface ReviewFrameProps {
  form: Pick<StepForm<unknown>, 'address' | 'wizard'>;
  /** Problems that have no field on the review itself. */
  problems: readonly FieldProblem[];
  groups: readonly ReviewGroup[];
  creating: Creating;
  /** What the first run does. */
  firstRun: string;
  /** What is asked for once more before creating. */
  children?: ReactNode;
}

/** Every value once more under the titles of its step, and what happens next. */
export function ReviewFrame({ form, problems, groups, creating, firstRun, children }: ReviewFrameProps) {
  const { address, wizard } = form;
  return (
    <>
      <ReviewProblems problems={problems} attempt={wizard.refusals} address={address} />
      {groups.map(({ step, items }) => {
        const title = titleOfStep(address.cloud, step);
        return (
          <section key={step} aria-label={title} className="grid gap-2 border-line border-b pb-4">
            <div className="flex items-baseline gap-3">
              <h3 className="m-0 flex-1 font-semibold text-md">{title}</h3>
              <Link to={places.edit(address, step)} className="inline-block py-0.5 text-accent-ink text-sm">
                Edit<span className="sr-only"> {title}</span>
              </Link>
            </div>
            <div className={LABELS}>
              <SummaryList items={items} />
            </div>
          </section>
        );
      })}
      {children}
      <Checkbox
        label="Run it now"
        hint={`${firstRun} Otherwise it begins at the next scheduled time.`}
        checked={creating.runNow}
        onChange={(event) => creating.setRunNow(event.currentTarget.checked)}
      />
      <ProblemBanner error={creating.problem} />
      <ProblemFields fields={creating.problem?.fields} />
    </>
  );
}

/** Narrower labels than usual, so that an id fits into one line. */
const LABELS = '[&_dl]:sm:grid-cols-[152px_minmax(0,1fr)]';
