import { ChoiceCards } from '../../../../ui/choice-cards.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { change, textProps } from '../../step-form.ts';
import { exampleOf } from '../aws-checks.ts';
import type { AwsForm } from '../aws-form.ts';

/** Whose cloud it is, and who assumes the role. */
export function PartitionAndAccount({ form }: { form: AwsForm }) {
  return (
    <>
      <ChoiceCards
        legend="Partition"
        columns={2}
        value={form.wizard.values.partition}
        onToggle={(partition) => change(form, { partition })}
        choices={PARTITIONS}
      />
      <TextField
        {...textProps(form, 'baseAccountId')}
        label="Account that assumes the role"
        hint="The AWS account that Qualys comes from: its own wizard for AWS connectors shows the number. If you have set up a base account of yours there, enter that one."
        {...idInput}
        inputMode="numeric"
        placeholder="123456789012"
      />
    </>
  );
}

export function RoleArnField({ form }: { form: AwsForm }) {
  return (
    <TextField
      {...textProps(form, 'roleArn')}
      label="Role ARN"
      hint="The role in the organization’s management account."
      {...idInput}
      placeholder={exampleOf(form.wizard.values.partition)}
    />
  );
}

const PARTITIONS = [
  { value: 'global', label: 'Global', description: 'Every commercial region. ARNs begin with arn:aws:' },
  {
    value: 'govcloud',
    label: 'GovCloud',
    description: 'The US government’s regions. ARNs begin with arn:aws-us-gov:',
  },
] as const;

/** For what is copied from the console of AWS. */
export const idInput = {
  mono: true,
  autoComplete: 'off',
  spellCheck: false,
  autoCapitalize: 'none',
} as const;
