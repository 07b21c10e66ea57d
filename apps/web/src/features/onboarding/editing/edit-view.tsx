import { type ReactNode, useState } from 'react';
import { UnsavedChanges } from '../../../shared/page/unsaved-changes.tsx';
import { places } from '../places.ts';
import type { StepForm } from '../wizard/step-form.ts';
import type { ConnectionStep } from '../wizard/use-advance.ts';
import type { WizardStep } from '../wizard/wizard-steps.ts';
import { WizardView } from '../wizard/wizard-view.tsx';
import { type Decided, DecidedNotice, decide } from './decided-notice.tsx';
import { EditConflict, type EditConflictProps } from './edit-conflict.tsx';
import type { EditedValues } from './edit-fields.ts';
import { ChangesAside, type Edited, isChanged, whyNotYet } from './edit-review.tsx';
import { UnknownHere } from './unknown-here.tsx';
import type { Saving } from './use-save.ts';
import type { UnknownFields } from './use-unknown.ts';
import type { Author } from './who-changed.ts';

/** Text that is not applied is lost with the page like any other change. */
type WithScopeText = { scopeText?: string | null | undefined };

export interface EditViewProps<Values extends WithScopeText> {
  /** As it was called when the edit was opened. */
  name: string | null;
  form: StepForm<Values>;
  step: WizardStep;
  connection: ConnectionStep;
  edited: Edited;
  saving: Saving;
  unknown: UnknownFields;
  /** What another user has made of it meanwhile. */
  theirs: { values: EditedValues } | null;
  author: Author | null;
  drawScope: EditConflictProps['drawScope'];
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  /** The fields of the step. */
  children: ReactNode;
}

/** An edit as drawn: the wizard's frame, both versions after a conflict, what is unknown, and what will change. */
export function EditView<Values extends WithScopeText>(props: EditViewProps<Values>) {
  const { name, form, step, edited, saving, unknown, theirs, author, children } = props;
  const { workspace, cloud, connector } = form.address;
  const [decided, setDecided] = useState<Decided | null>(null);
  const conclude = (kept: Decided['kept'], act: () => void) => () => {
    if (theirs !== null) setDecided(decide(kept, edited, theirs.values));
    act();
    // The button that was pressed goes with its banner.
    document.getElementById('step-title')?.focus({ preventScroll: true });
  };
  return (
    <WizardView
      title={`Edit ${name ?? 'connector'}`}
      form={form}
      step={step}
      connection={props.connection}
      barred={step === 'review' ? whyNotYet(edited, theirs) : undefined}
      creating={{ sending: saving.sending, create: saving.save, label: 'Save changes' }}
      leaveTo={connector === undefined ? undefined : places.connector(workspace, cloud, connector)}
      reviewExplanation="Nothing is sent to the gateway before you save."
      notice={
        theirs ? (
          <EditConflict
            cloud={cloud}
            opened={edited.before}
            theirs={theirs.values}
            mine={edited.after}
            author={author}
            drawScope={props.drawScope}
            onKeepMine={conclude('mine-too', props.onKeepMine)}
            onTakeTheirs={conclude('theirs', props.onTakeTheirs)}
          />
        ) : (
          decided && <DecidedNotice decided={decided} onDismiss={() => setDecided(null)} />
        )
      }
      summary={<ChangesAside edited={edited} />}
    >
      <UnsavedChanges changed={isChanged(edited) || typeof form.wizard.values.scopeText === 'string'} />
      <UnknownHere step={step} unknown={unknown} shown={form.shown} />
      {children}
    </WizardView>
  );
}
