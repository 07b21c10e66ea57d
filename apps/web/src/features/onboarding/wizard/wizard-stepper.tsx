import { Link } from 'react-router';
import { Stepper } from '../../../ui/status/stepper.tsx';
import { places, type WizardAddress } from '../places.ts';
import type { StepStanding } from './wizard-state.ts';
import { titleOfStep } from './wizard-steps.ts';

export interface WizardStepperProps {
  address: WizardAddress;
  standings: readonly StepStanding[];
}

/** The steps with their state. One that is not open yet is no link: something before it is missing. */
export function WizardStepper({ address, standings }: WizardStepperProps) {
  const steps = standings.map(({ step, ...standing }) => ({
    id: step,
    title: titleOfStep(address.cloud, step),
    ...standing,
  }));
  return (
    <div className="@max-[40rem]:[&_ol]:grid-cols-2 @min-[26rem]:@max-[40rem]:[&_ol]:grid-cols-3">
      <Stepper
        label="Steps"
        steps={steps}
        renderLink={({ id, open }, look) =>
          open ? (
            <Link to={places.step(address, id)} {...look} />
          ) : (
            <a role="link" aria-disabled="true" {...look} />
          )
        }
      />
    </div>
  );
}
