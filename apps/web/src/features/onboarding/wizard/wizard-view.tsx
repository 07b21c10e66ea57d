import type { Cloud } from '@console/console-contract';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { usePage } from '../../../shared/page/use-page.ts';
import { buttonClass } from '../../../ui/actions/button-class.ts';
import { PageHeader } from '../../../ui/layout/page-header.tsx';
import { DraftBanner } from '../drafts/draft-banner.tsx';
import { DraftNote } from '../drafts/draft-note.tsx';
import type { KeptDraft } from '../drafts/use-kept-draft.ts';
import { keptAsDraft, places } from '../places.ts';
import { type Forward, StepCard } from './step-card.tsx';
import type { StepForm } from './step-form.ts';
import { type ConnectionStep, useAdvance } from './use-advance.ts';
import { useStepFocus } from './use-step-focus.ts';
import { standingOfSteps } from './wizard-state.ts';
import { WizardStepper } from './wizard-stepper.tsx';
import { neighbourOf, titleOfStep, type WizardStep, wizardSteps, wordsOfStep } from './wizard-steps.ts';

export interface WizardViewProps<Values> {
  /** “New Azure connector” */
  title: string;
  form: StepForm<Values>;
  /** Absent where nothing is kept before it is sent. */
  draft?: KeptDraft | undefined;
  step: WizardStep;
  /** A step behind which none is open while it has problems. */
  gate?: WizardStep | undefined;
  connection?: ConnectionStep | undefined;
  /** Why *Continue* cannot be pressed now. */
  barred?: string | undefined;
  creating: { sending: boolean; create: () => Promise<void>; label?: string };
  /** Instead of the list of connectors. */
  leaveTo?: string | undefined;
  /** Above the steps, whatever the step. */
  notice?: ReactNode;
  reviewExplanation?: string | undefined;
  summary: ReactNode;
  /** The fields of the step. */
  children: ReactNode;
}

/** A wizard as drawn: its steps at the left, the step in the middle, what will be created at the right. */
export function WizardView<Values>(props: WizardViewProps<Values>) {
  const { title, form, draft, step, gate, barred, creating, leaveTo, notice, reviewExplanation } = props;
  const { summary, children } = props;
  usePage(titleOfStep(form.address.cloud, step), title);
  useStepFocus(step);
  const { address, wizard, shown, problems } = form;
  const navigate = useNavigate();
  const advance = useAdvance(form, step, props.connection);
  const previous = neighbourOf(address.cloud, step, -1);
  const steps = wizardSteps[address.cloud].map(({ id }) => id);
  const words = wordsFor(address.cloud, step, reviewExplanation);
  const forward: Forward =
    step === 'review'
      ? {
          label: creating.label ?? 'Create connector',
          busy: creating.sending,
          act: () => void creating.create(),
          barred,
        }
      : { label: 'Continue', busy: advance.isTesting, act: advance.go, barred };
  return (
    <>
      <PageHeader
        title={title}
        note={draft && <DraftNote standing={draft.kept.standing} />}
        actions={
          <Link
            to={leaveTo ?? places.connectors(address.workspace)}
            state={draft && draft.kept.standing.state !== 'untouched' ? keptAsDraft : null}
            className={buttonClass('quiet')}
          >
            Leave
          </Link>
        }
      />
      {draft && (
        <DraftBanner
          standing={draft.kept.standing}
          onTakeTheirs={draft.takeTheirs}
          onKeepMine={draft.keeper.keepMine}
          onRetry={draft.keeper.flush}
        />
      )}
      {notice}
      <div className="@container">
        <div className={step === 'review' ? TWO_COLUMNS : COLUMNS}>
          <WizardStepper
            address={address}
            standings={standingOfSteps(wizard, {
              steps,
              current: step,
              problems,
              gate,
              openFromStart: address.connector !== undefined,
            })}
          />
          {words && (
            <StepCard
              step={words}
              problems={wizard.refused.has(step) && step !== 'review' ? shown : []}
              attempt={wizard.refusals}
              back={previous && (() => void navigate(places.step(address, previous)))}
              forward={forward}
              skip={barred === undefined ? advance.skip : undefined}
              anyway={advance.anyway}
            >
              {children}
            </StepCard>
          )}
          {step !== 'review' && summary}
        </div>
      </div>
    </>
  );
}

function wordsFor(cloud: Cloud, step: WizardStep, reviewExplanation: string | undefined) {
  const words = wordsOfStep(cloud, step);
  if (words === undefined || step !== 'review' || reviewExplanation === undefined) return words;
  return { ...words, explanation: reviewExplanation };
}

/** The review says everything that the summary would. */
const TWO_COLUMNS =
  'grid items-start gap-5 @min-[40rem]:grid-cols-[184px_minmax(0,1fr)] @min-[58rem]:[&>:first-child]:sticky @min-[58rem]:[&>:first-child]:top-4';
/** Beside a long step the steps and the summary stay in sight. */
const COLUMNS =
  '@min-[58rem]:[&>:first-child]:sticky @min-[58rem]:[&>:first-child]:top-4 @min-[58rem]:[&>:last-child]:sticky @min-[58rem]:[&>:last-child]:top-4 grid items-start gap-5 @min-[40rem]:grid-cols-[184px_minmax(0,1fr)] @min-[58rem]:grid-cols-[184px_minmax(0,1fr)_244px] @min-[40rem]:@max-[58rem]:[&>:last-child]:col-start-2';
