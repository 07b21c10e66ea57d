import type { AzureStep } from '@console/console-contract';
import { Link } from 'react-router';
import { Stepper } from '../../ui/stepper.tsx';
import { azureSteps, titleOfStep } from './azure-draft.ts';
import { places } from './places.ts';
import { standingOfSteps, type Wizard } from './wizard-state.ts';

export interface WizardStepperProps {
  workspace: string;
  draft: string | null;
  wizard: Wizard;
  current: AzureStep;
  today: string;
}

/** The steps with their state. One that is not open yet is no link: something before it is missing. */
export function WizardStepper({ workspace, draft, wizard, current, today }: WizardStepperProps) {
  const order = azureSteps.map(({ id }) => id);
  const steps = standingOfSteps(wizard, order, current, today).map(({ step, state, open }) => ({
    id: step,
    title: titleOfStep(step),
    state,
    open,
  }));
  return (
    <div className="@max-[40rem]:[&_ol]:grid-cols-2 @min-[26rem]:@max-[40rem]:[&_ol]:grid-cols-3">
      <Stepper
        label="Steps"
        steps={steps}
        renderLink={({ id, open }, look) =>
          open ? (
            <Link to={places.step(workspace, draft, id)} {...look} />
          ) : (
            <a role="link" aria-disabled="true" {...look} />
          )
        }
      />
    </div>
  );
}
