/** The controls of an AWS connector's fields that are more than a text or a flag. */

import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { ChoiceCards } from '../../../ui/fields/choice-cards.tsx';
import { CodeBlock } from '../../../ui/layout/code-block.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { OrganizationHelp } from '../../cloud-setup/organization/organization-help.tsx';
import { fieldNamed } from '../cloud-fields.ts';
import { CapabilityFields } from '../fields/capability-fields.tsx';
import { FrequencyFields } from '../fields/frequency-fields.tsx';
import { MemberPrefixField } from '../fields/member-prefix-field.tsx';
import { PlainField } from '../fields/step-fields.tsx';
import { change, errorOf } from '../wizard/step-form.ts';
import { exampleOf } from './aws-checks.ts';
import { fewestCalmHours, memberNamesMadeWith } from './aws-draft.ts';
import type { AwsForm } from './aws-form.ts';

type Props = { form: AwsForm };

export function Capabilities({ form }: Props) {
  return (
    <CapabilityFields
      form={form}
      finds="Finds accounts and the assets in them."
      writeAccess="Reading is not enough: let the roles of the member accounts change the resources before the first fix, or each fix will be refused."
    />
  );
}

export function Partition({ form }: Props) {
  return (
    <ChoiceCards
      legend={fieldNamed(form.address, 'partition').words.label}
      columns={2}
      value={form.wizard.values.partition}
      onToggle={(partition) => change(form, { partition })}
      choices={PARTITIONS}
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

/** The root, the command that shows it, and the roles to make before their ARN can be entered. */
export function Root({ form }: Props) {
  const field = <PlainField form={form} field={fieldNamed(form.address, 'rootId')} />;
  if (form.basis !== undefined) return field;
  return (
    <>
      <div className="grid gap-2">
        {field}
        <CodeBlock label="Command that shows the root’s ID" code={LIST_ROOTS} />
      </div>
      <OrganizationHelp values={form.wizard.values} />
    </>
  );
}

const LIST_ROOTS = 'aws organizations list-roots \\\n  --query "Roots[0].Id" --output text';

export function Role({ form }: Props) {
  const example = exampleOf(form.wizard.values.partition);
  return <PlainField form={form} field={fieldNamed(form.address, 'roleArn')} placeholder={example} />;
}

export function MemberPrefix({ form }: Props) {
  return <MemberPrefixField form={form} examples={memberNamesMadeWith(form.wizard.values.memberPrefix)} />;
}

export function Regions({ form }: Props) {
  return (
    <fieldset className="m-0 grid gap-3 border-0 p-0">
      <legend className="mb-1 p-0 font-strong text-sm">Regions</legend>
      <PlainField form={form} field={fieldNamed(form.address, 'allRegions')} />
      {form.wizard.values.cspm && (
        <PlainField form={form} field={fieldNamed(form.address, 'allPostureRegions')} />
      )}
    </fieldset>
  );
}

/** It needs a module, and switches it on. */
export function PerimeterScan({ form }: Props) {
  const { label, hint } = fieldNamed(form.address, 'perimeterScan').words;
  return (
    <Checkbox
      id="perimeterScan"
      label={label}
      hint={hint}
      checked={form.wizard.values.perimeterScan}
      error={errorOf(form, 'perimeterScan')}
      onChange={({ currentTarget }) =>
        change(form, {
          perimeterScan: currentTarget.checked,
          ...(currentTarget.checked && { activateVm: true }),
        })
      }
    />
  );
}

export function Frequencies({ form }: Props) {
  const { runEveryHours, memberRunEveryHours } = form.wizard.values;
  return (
    <FrequencyFields form={form} names={['runEveryHours', 'memberRunEveryHours']}>
      {Math.min(runEveryHours, memberRunEveryHours) < fewestCalmHours ? (
        <Banner tone="warn" title={`More often than every ${fewestCalmHours} hours`}>
          AWS may throttle the calls of the connector, and runs may end with errors for it.
        </Banner>
      ) : (
        <p className="m-0 text-ink-3 text-sm">
          From every hour to once a day. Four hours are the platform’s own default.
        </p>
      )}
    </FrequencyFields>
  );
}

export function Activation({ form }: Props) {
  const { activateVm, perimeterScan } = form.wizard.values;
  const needed = perimeterScan && activateVm;
  return (
    <ChoiceCards
      legend={fieldNamed(form.address, 'activateVm').words.label}
      hint="It uses licences of its module. Nothing chosen: assets are only listed."
      multiple
      choices={[
        {
          value: 'vm',
          label: 'Vulnerability Management (VM)',
          description:
            'Finds vulnerabilities on the hosts. Terminated and the smallest instances are left out.',
          ...(needed && {
            lockedReason: 'Cloud perimeter scan needs it. Switch that off in the step before to be free.',
          }),
        },
      ]}
      value={activateVm ? ['vm'] : []}
      onToggle={(_, chosen) => change(form, { activateVm: chosen })}
    />
  );
}
