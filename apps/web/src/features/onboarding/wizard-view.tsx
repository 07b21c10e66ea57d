import type { AzureStep } from '@console/console-contract';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { usePage } from '../../shared/use-page.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { neighbourOf, titleOfStep } from './azure-draft.ts';
import type { Creating } from './creation/use-create-connector.ts';
import { DraftBanner } from './draft-banner.tsx';
import { DraftNote } from './draft-note.tsx';
import { places } from './places.ts';
import { StepCard } from './step-card.tsx';
import { focusField, type StepForm } from './step-form.ts';
import { StepFields } from './steps/step-fields.tsx';
import type { AzureWizardSession } from './use-azure-wizard.ts';
import { useStepFocus } from './use-step-focus.ts';
import { wizardProblems } from './wizard-state.ts';
import { WizardStepper } from './wizard-stepper.tsx';
import { WizardSummary } from './wizard-summary.tsx';

export interface WizardViewProps {
  session: AzureWizardSession;
  form: StepForm;
  creating: Creating;
  step: AzureStep;
}

/** The wizard as drawn: its steps at the left, the step in the middle, what will be created at the right. */
export function WizardView({ session, form, creating, step }: WizardViewProps) {
  usePage(titleOfStep(step), 'New Azure connector');
  useStepFocus(step);
  const { workspace, wizard, today, shown, testing } = form;
  const { kept, keeper } = session;
  const navigate = useNavigate();
  const advance = useAdvance(form, step, kept.draft);
  const previous = neighbourOf(step, -1);
  return (
    <>
      <PageHeader
        title="New Azure connector"
        note={<DraftNote standing={kept.standing} />}
        actions={
          <Link to={places.connectors(workspace)} className={buttonClass('quiet')}>
            Leave
          </Link>
        }
      />
      <DraftBanner
        standing={kept.standing}
        onTakeTheirs={session.takeTheirs}
        onKeepMine={keeper.keepMine}
        onRetry={keeper.flush}
      />
      <div className="@container">
        <div className={step === 'review' ? TWO_COLUMNS : COLUMNS}>
          <WizardStepper
            workspace={workspace}
            draft={kept.draft}
            wizard={wizard}
            current={step}
            today={today}
          />
          <StepCard
            step={step}
            problems={wizard.refused.has(step) && step !== 'review' ? shown : []}
            attempt={wizard.refusals}
            back={previous && (() => void navigate(places.step(workspace, kept.draft, previous)))}
            forward={
              step === 'review'
                ? { label: 'Create connector', busy: creating.sending, act: () => void creating.create() }
                : { label: 'Continue', busy: false, act: advance }
            }
          >
            <StepFields key={step} step={step} form={form} creating={creating} draft={kept.draft} />
          </StepCard>
          {step !== 'review' && <WizardSummary wizard={wizard} standing={testing.standing} />}
        </div>
      </div>
    </>
  );
}

/** The review says everything that the summary would. */
const TWO_COLUMNS = 'grid items-start gap-5 @min-[40rem]:grid-cols-[184px_minmax(0,1fr)]';
const COLUMNS =
  'grid items-start gap-5 @min-[40rem]:grid-cols-[184px_minmax(0,1fr)] @min-[58rem]:grid-cols-[184px_minmax(0,1fr)_244px] @min-[40rem]:@max-[58rem]:[&>:last-child]:col-start-2';

/** *Continue*: to the next step, or back to the review it was edited from; a step with problems shows them instead. */
function useAdvance({ workspace, wizard, dispatch, today }: StepForm, step: AzureStep, draft: string | null) {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return () => {
    const problems = wizardProblems(wizard, today, step);
    if (problems.length > 0) {
      dispatch({ type: 'step-refused', step });
      if (problems.length === 1 && problems[0]) focusField(problems[0].field);
      return;
    }
    const next = search.get('return') === 'review' ? 'review' : neighbourOf(step, 1);
    if (next !== undefined) void navigate(places.step(workspace, draft, next));
  };
}
