import { ChoiceCards } from '../../../../ui/choice-cards.tsx';
import { TagIdsField } from '../../fields/tag-ids-field.tsx';
import { change } from '../../step-form.ts';
import type { AwsForm } from '../aws-form.ts';

/** What is switched on for the assets that the members find, and the tags they get. */
export function ActivationStep({ form }: { form: AwsForm }) {
  const { activateVm, perimeterScan } = form.wizard.values;
  const needed = perimeterScan && activateVm;
  return (
    <>
      <ChoiceCards
        legend="Activate for new assets"
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
      <TagIdsField form={form} />
    </>
  );
}
