import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { ChoiceCards } from '../../../ui/fields/choice-cards.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { change, type StepForm } from '../wizard/step-form.ts';

export interface CapabilityFieldsProps {
  form: StepForm<{ cspm: boolean; remediation: boolean }>;
  /** What a connector with Asset Inventory finds. */
  finds: string;
  /** What has to be granted before remediation works. */
  writeAccess: string;
}

/** What the connector looks at, and whether it may mend what it finds. */
export function CapabilityFields({ form, finds, writeAccess }: CapabilityFieldsProps) {
  const { values } = form.wizard;
  return (
    <>
      <ChoiceCards
        legend="Capabilities"
        multiple
        columns={2}
        choices={[
          {
            value: 'inventory',
            label: 'Asset Inventory',
            description: finds,
            lockedReason: 'Always on: every connector has it.',
          },
          {
            value: 'cspm',
            label: 'CSPM',
            description:
              'Cloud inventory (CI) and security assessment (CSA): checks the configuration of resources.',
          },
        ]}
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
            {writeAccess}
          </Banner>
        )}
      </div>
    </>
  );
}
