import { ChoiceCards } from '../../../../ui/choice-cards.tsx';
import { CodeBlock } from '../../../../ui/code-block.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { OrganizationHelp } from '../../help/organization-help.tsx';
import { change, textProps } from '../../step-form.ts';
import { exampleOf } from '../aws-checks.ts';
import type { AwsForm } from '../aws-form.ts';
import { ConnectionTestPanel } from '../connection/connection-test-panel.tsx';
import { ExternalIdFields } from './external-id-fields.tsx';

/** Whose organization it is, the role that reads it, and the proof that it can be assumed. */
export function OrganizationStep({ form }: { form: AwsForm }) {
  const { values } = form.wizard;
  return (
    <>
      <ChoiceCards
        legend="Partition"
        columns={2}
        value={values.partition}
        onToggle={(partition) => change(form, { partition })}
        choices={PARTITIONS}
      />
      <TextField
        {...textProps(form, 'baseAccountId')}
        label="Account that assumes the role"
        hint="Qualys’ own account on your platform, shown where it makes AWS connectors, or your base account."
        {...ID_INPUT}
        inputMode="numeric"
        placeholder="123456789012"
      />
      <ExternalIdFields form={form} />
      <div className="grid gap-2">
        <TextField
          {...textProps(form, 'rootId')}
          label="Root ID"
          hint="The root of the organization’s tree; it begins with r-. Run this in the management account:"
          {...ID_INPUT}
          placeholder="r-a1b2"
        />
        <CodeBlock label="Command that shows the root’s ID" code={LIST_ROOTS} />
      </div>
      <OrganizationHelp values={values} />
      <TextField
        {...textProps(form, 'roleArn')}
        label="Role ARN"
        hint="The role in the organization’s management account."
        {...ID_INPUT}
        placeholder={exampleOf(values.partition)}
      />
      <ConnectionTestPanel form={form} />
    </>
  );
}

const LIST_ROOTS = 'aws organizations list-roots \\\n  --query "Roots[0].Id" --output text';

const PARTITIONS = [
  { value: 'global', label: 'Global', description: 'Every commercial region. ARNs begin with arn:aws:' },
  {
    value: 'govcloud',
    label: 'GovCloud',
    description: 'The US government’s regions. ARNs begin with arn:aws-us-gov:',
  },
] as const;

const ID_INPUT = {
  mono: true,
  autoComplete: 'off',
  spellCheck: false,
  autoCapitalize: 'none',
} as const;
