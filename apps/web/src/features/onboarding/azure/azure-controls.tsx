/** The controls of an Azure connector's fields that are more than a text or a flag, and what stands around them. */
import { ChoiceCards } from '../../../ui/fields/choice-cards.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { TenantHelp } from '../../cloud-setup/tenant/tenant-help.tsx';
import { fieldNamed } from '../cloud-fields.ts';
import { CapabilityFields } from '../fields/capability-fields.tsx';
import { FrequencyFields } from '../fields/frequency-fields.tsx';
import { MemberPrefixField } from '../fields/member-prefix-field.tsx';
import { PlainField } from '../fields/step-fields.tsx';
import { change, errorOf, textProps } from '../wizard/step-form.ts';
import { memberNamesMadeWith } from './azure-draft.ts';
import type { AzureForm } from './azure-form.ts';
import { modules } from './azure-words.ts';
import { ConnectionTestPanel } from './connection/connection-test-panel.tsx';

type Props = { form: AzureForm };

export function Description({ form }: Props) {
  const { label } = fieldNamed(form.address, 'description').words;
  return <TextArea {...textProps(form, 'description')} label={label} optional rows={2} />;
}

export function Capabilities({ form }: Props) {
  return (
    <CapabilityFields
      form={form}
      finds="Finds subscriptions and the assets in them."
      writeAccess="Reader is not enough: give the application a role that may change the resources of every subscription in scope before the first fix, or each fix will be refused."
    />
  );
}

/** For a connector that exists the application exists as well. An edit can be tested where the secret is there to test it with. */
export function ConnectionPanel({ form }: Props) {
  const { basis, wizard } = form;
  const isTestable = basis === undefined || wizard.secret.state === 'given';
  return (
    <>
      {basis === undefined && <TenantHelp values={wizard.values} />}
      {isTestable && <ConnectionTestPanel form={form} />}
    </>
  );
}

export function MemberPrefix({ form }: Props) {
  return <MemberPrefixField form={form} examples={memberNamesMadeWith(form.wizard.values.memberPrefix)} />;
}

export function ComingAndGoing({ form }: Props) {
  return (
    <fieldset className="m-0 grid gap-3 border-0 p-0">
      <legend className="mb-1 p-0 font-strong text-sm">When subscriptions come and go</legend>
      <PlainField form={form} field={fieldNamed(form.address, 'createForNewAccounts')} />
      <PlainField form={form} field={fieldNamed(form.address, 'disableForDeleted')} />
    </fieldset>
  );
}

export function Frequencies({ form }: Props) {
  return (
    <FrequencyFields form={form} names={['runEveryDays', 'memberRunEveryDays']}>
      <p className="m-0 text-ink-3 text-sm">
        The gateway counts Azure in whole days: it rounds hours up and refuses more than seven days.
      </p>
    </FrequencyFields>
  );
}

export function Activation({ form }: Props) {
  const { activation } = form.wizard.values;
  return (
    <ChoiceCards
      legend={fieldNamed(form.address, 'activation').words.label}
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
