import type { Cloud } from '@console/console-contract';
import { Link } from 'react-router';
import { ProblemWords } from '../../../shared/console/problem-banner.tsx';
import { Card } from '../../../ui/layout/card.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { places } from '../places.ts';
import { ProblemFields } from '../review/problem-fields.tsx';
import { ReviewProblems } from '../review/review-problems.tsx';
import type { StepForm } from '../wizard/step-form.ts';
import { titleOfStep } from '../wizard/wizard-steps.ts';
import { ChangeTable } from './change-table.tsx';
import { changesBetween, type EditedValues, type FieldChange, fieldsNamed } from './edit-fields.ts';
import { type Naming, ScopeChanges } from './scope-changes.tsx';
import type { Saving } from './use-save.ts';

export type Edited = {
  cloud: Cloud;
  before: EditedValues;
  after: EditedValues;
  /** What no field of the connector shows: credentials, whether they are kept, and that they were not tested. */
  credentials: readonly string[];
  /** Credentials that are sent once more, by the names of their fields; no change by themselves. */
  sentAgain: readonly string[];
};

export interface EditReviewProps {
  form: Pick<StepForm<unknown>, 'address' | 'wizard' | 'shown'>;
  edited: Edited;
  saving: Saving;
  named: Naming;
}

/** What saving changes, old and new, and what keeps it from being saved. */
export function EditReview({ form, edited, saving, named }: EditReviewProps) {
  const { address, wizard, shown } = form;
  const changes = changesOf(edited);
  const { scope } = edited.after;
  return (
    <>
      <ReviewProblems
        problems={shown}
        attempt={wizard.refusals}
        address={address}
        hindered="the changes from being saved"
      />
      {!isChanged(edited) && (
        <Banner tone="info" title="Nothing has been changed yet">
          Choose a step to change something.
        </Banner>
      )}
      {changes.length > 0 && (
        <ChangeTable
          label="Changes"
          columns={['Field', 'Now', 'After saving', 'Step']}
          rows={[...changes, ...resent(edited)].map(({ name, label, step, before, after }) => ({
            id: name,
            cells: [
              label,
              before,
              <b key="after" className="font-strong">
                {after}
              </b>,
              <Link key="step" to={places.edit(address, step)} className="wrap-normal text-accent-ink">
                {titleOfStep(edited.cloud, step)}
              </Link>,
            ],
          }))}
        />
      )}
      {edited.credentials.map((sentence) => (
        <p key={sentence} className="m-0 text-sm">
          {sentence}
        </p>
      ))}
      {scope !== null && <ScopeChanges before={edited.before.scope} after={scope} named={named} />}
      {isChanged(edited) && <p className="m-0 text-ink-2 text-sm">{RUNS_AFTER_EDIT}</p>}
      <SaveProblem saving={saving} />
    </>
  );
}

/** No document says it in words; in the samples an edited connector is pending, and synced within a second of its edit. */
const RUNS_AFTER_EDIT =
  'Saving also starts a job: going by the samples in its documents, the gateway runs a connector again once it was edited, whatever was changed.';

/** Beside the steps: what would be saved now. */
export function ChangesAside({ edited }: { edited: Edited }) {
  const changes = changesOf(edited);
  return (
    <Card title="What will change">
      {changes.length + edited.credentials.length === 0 ? (
        <p className="m-0 text-ink-3 text-sm">Nothing yet.</p>
      ) : (
        <ul className="m-0 grid list-disc gap-1 pl-5 text-sm">
          {changes.map(({ name, label }) => (
            <li key={name}>{label}</li>
          ))}
          {edited.credentials.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

export function isChanged(edited: Edited): boolean {
  return changesOf(edited).length + edited.credentials.length > 0;
}

/** Why nothing can be saved at this moment. */
export function whyNotYet(edited: Edited, theirs: object | null): string | undefined {
  if (theirs !== null) return 'Decide above which version to go on with.';
  return isChanged(edited) ? undefined : 'Nothing has been changed yet.';
}

function changesOf({ cloud, before, after }: Edited): FieldChange[] {
  return changesBetween(cloud, before, after);
}

/** What they were is shown by neither the gateway nor the console. */
function resent({ cloud, sentAgain }: Edited): FieldChange[] {
  return fieldsNamed(cloud, sentAgain).map((field) => ({
    ...field,
    before: 'Not shown',
    after: 'Sent again, not changed',
  }));
}

function SaveProblem({ saving: { problem, sending } }: { saving: Saving }) {
  if (sending) {
    return (
      <p className="m-0 text-ink-3 text-sm" role="status">
        Saving: the gateway is asked, and read again to see what it made of it.
      </p>
    );
  }
  if (problem === null) return null;
  return (
    <Banner tone="bad" title={problem.message} requestId={problem.requestId}>
      <ProblemWords problem={problem} />
      <ProblemFields fields={problem.fields} />
    </Banner>
  );
}
