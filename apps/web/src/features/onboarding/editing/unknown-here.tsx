import { Banner } from '../../../ui/banner.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import type { FieldProblem } from '../field-checks.ts';
import { errorOf } from '../step-form.ts';
import type { WizardStep } from '../wizard-steps.ts';
import { confirmationId, type UnknownFields } from './use-unknown.ts';

export interface UnknownHereProps {
  step: WizardStep;
  unknown: UnknownFields;
  shown: readonly FieldProblem[];
}

/** Which values of this step nobody knows, and the confirmation that they are right as they stand. */
export function UnknownHere({ step, unknown, shown }: UnknownHereProps) {
  const fields = unknown.on(step);
  if (fields.length === 0) return null;
  const asked = unknown.askedOn(step);
  const id = confirmationId(step);
  return (
    <Banner tone="warn" title="Not everything here is known">
      <p className="m-0 mb-2">
        Neither the gateway nor this console knows: {fields.map(({ label }) => label).join(', ')}. An edit
        sends every value, so they are sent as they stand here.
        {asked.length > 0 && ` Not known either, and asked for below: ${asked.join(', ')}.`}
      </p>
      <Checkbox
        id={id}
        label="I have looked at them, and they are right"
        checked={unknown.isConfirmed(step)}
        error={errorOf({ shown }, id)}
        onChange={(event) => unknown.confirm(step, event.currentTarget.checked)}
      />
    </Banner>
  );
}
