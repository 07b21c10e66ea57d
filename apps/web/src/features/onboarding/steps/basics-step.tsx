import { Banner } from '../../../ui/banner.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ChoiceCards } from '../../../ui/choice-cards.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { change, type StepForm, textProps } from '../step-form.ts';

/** What the connector is called and what it looks at. */
export function BasicsStep({ form }: { form: StepForm }) {
  const { values } = form.wizard;
  return (
    <>
      <TextField
        {...textProps(form, 'name')}
        label="Name"
        hint="How the connector appears in every list. It cannot be changed later."
        autoComplete="off"
      />
      <TextArea {...textProps(form, 'description')} label="Description" optional rows={2} />
      <ChoiceCards
        legend="Capabilities"
        multiple
        columns={2}
        choices={CAPABILITIES}
        value={values.cspm ? ['inventory', 'cspm'] : ['inventory']}
        onToggle={(value, chosen) => value === 'cspm' && change(form, { cspm: chosen })}
      />
      <div className="grid gap-2">
        <Checkbox
          label="Enable remediation"
          hint="Lets the platform change resources to fix what it finds. Off, it only reads."
          checked={values.remediation}
          onChange={(event) => change(form, { remediation: event.currentTarget.checked })}
        />
        {values.remediation && (
          <Banner tone="warn" title="Remediation needs write permissions">
            Reader is not enough: give the application a role that may change the resources of every
            subscription in scope before the first fix, or each fix will be refused.
          </Banner>
        )}
      </div>
    </>
  );
}

const CAPABILITIES = [
  {
    value: 'inventory',
    label: 'Asset Inventory',
    description: 'Finds subscriptions and the assets in them.',
    lockedReason: 'Always on: every connector has it.',
  },
  {
    value: 'cspm',
    label: 'CSPM',
    description: 'Cloud inventory (CI) and security assessment (CSA): checks the configuration of resources.',
  },
] as const;
