import { ChoiceCards } from '../../../../ui/choice-cards.tsx';
import { TagIdsField } from '../../fields/tag-ids-field.tsx';
import { change, errorOf } from '../../step-form.ts';
import type { AzureForm } from '../azure-form.ts';
import { modules } from '../azure-words.ts';

/** What is switched on for the assets that the members find, and the tags they get. */
export function ActivationStep({ form }: { form: AzureForm }) {
  const { activation } = form.wizard.values;
  return (
    <>
      <ChoiceCards
        legend="Activate for new assets"
        hint="Each uses licences of its module. Nothing chosen: assets are only listed."
        multiple
        columns={2}
        choices={modules.map(({ id, name, description }) => ({
          value: id,
          label: name,
          description,
          ...refusalOf(id, activation),
        }))}
        value={modules.filter(({ id }) => activation[id]).map(({ id }) => id)}
        onToggle={(id, chosen) => change(form, { activation: { ...activation, [id]: chosen } })}
        error={errorOf(form, 'activation')}
      />
      <TagIdsField form={form} />
    </>
  );
}

/** PC and SCA exclude each other at the vendor; what is on can always be switched off. */
function refusalOf(id: string, { pc, sca }: { pc: boolean; sca: boolean }): { lockedReason?: string } {
  if (id === 'sca' && pc && !sca) {
    return { lockedReason: 'Not together with Policy Compliance. Switch PC off to choose it.' };
  }
  if (id === 'pc' && sca && !pc) {
    return { lockedReason: 'Not together with SCA. Switch SCA off to choose it.' };
  }
  return {};
}
