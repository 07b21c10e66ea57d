import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import type { FieldProblem } from '../field-checks.ts';
import { errorOf } from '../wizard/step-form.ts';
import type { WizardStep } from '../wizard/wizard-steps.ts';
import { confirmationId, type UnknownFields } from './use-unknown.ts';

export interface UnknownHereProps {
  step: WizardStep;
  unknown: UnknownFields;
  shown: readonly FieldProblem[];
}

/** Which values of this step the gateway does not report, what would be sent in place of each, and the confirmation of that. */
export function UnknownHere({ step, unknown, shown }: UnknownHereProps) {
  const fields = unknown.on(step);
  if (fields.length === 0) return null;
  const asked = unknown.askedOn(step);
  const [these, them] = fields.length === 1 ? ['this', 'it'] : ['these', 'them'];
  return (
    <Banner tone="warn" title="The gateway does not report this value">
      <p className="m-0 mb-2">
        Neither the gateway nor this console tells how {these} {fields.length === 1 ? 'is' : 'are'} set. What
        this page shows is where a new connector begins, not what the gateway has, and saving replaces that.
        {asked.length > 0 && ` Not known either, and asked for below: ${asked.join(', ')}.`}
      </p>
      <fieldset className="m-0 grid gap-1.5 border-0 p-0">
        <legend className="mb-1.5 p-0 font-strong text-sm">
          Change {them} below, or tick to send {them} as shown
        </legend>
        {fields.map(({ field, label, shown: value }) => (
          <Checkbox
            key={field}
            id={confirmationId(field)}
            label={`${label}: ${value}`}
            checked={unknown.isConfirmed(field)}
            error={errorOf({ shown }, confirmationId(field))}
            onChange={(event) => unknown.confirm(field, event.currentTarget.checked)}
          />
        ))}
      </fieldset>
    </Banner>
  );
}
