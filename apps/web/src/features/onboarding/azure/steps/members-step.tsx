import { azureFields } from '@console/console-contract';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { FrequencyField } from '../../fields/frequency-field.tsx';
import { MemberPrefixField } from '../../fields/member-prefix-field.tsx';
import { change, errorOf } from '../../step-form.ts';
import { every } from '../../words.ts';
import { memberNamesMadeWith } from '../azure-draft.ts';
import type { AzureForm } from '../azure-form.ts';

/** What the members are called, when they come and go, and how often everything is read. */
export function MembersStep({ form }: { form: AzureForm }) {
  const { values } = form.wizard;
  return (
    <>
      <MemberPrefixField form={form} examples={memberNamesMadeWith(values.memberPrefix)} />
      <fieldset className="m-0 grid gap-3 border-0 p-0">
        <legend className="mb-1 p-0 font-strong text-sm">When subscriptions come and go</legend>
        <Checkbox
          label="Create members for new subscriptions"
          hint="At each run, a subscription in scope that has no member gets one."
          checked={values.createForNewAccounts}
          onChange={(event) => change(form, { createForNewAccounts: event.currentTarget.checked })}
        />
        <Checkbox
          label="Disable members of deleted groups"
          hint="At each run, the member of a subscription that no longer exists is switched off, not deleted."
          checked={values.disableForDeleted}
          onChange={(event) => change(form, { disableForDeleted: event.currentTarget.checked })}
        />
      </fieldset>
      <div className="grid gap-2">
        <div className="grid gap-4 @min-[30rem]/step:grid-cols-2">
          <FrequencyField
            name="runEveryDays"
            label="Look for subscriptions"
            {...DAYS}
            value={values.runEveryDays}
            error={errorOf(form, 'runEveryDays')}
            onChange={(days) => change(form, { runEveryDays: days })}
          />
          <FrequencyField
            name="memberRunEveryDays"
            label="Run each member"
            {...DAYS}
            value={values.memberRunEveryDays}
            error={errorOf(form, 'memberRunEveryDays')}
            onChange={(days) => change(form, { memberRunEveryDays: days })}
          />
        </div>
        <p className="m-0 text-ink-3 text-sm">
          The gateway counts Azure in whole days: it rounds hours up and refuses more than seven days.
        </p>
      </div>
    </>
  );
}

const DAYS = { most: azureFields.runEveryDays.most, textOf: (count: number) => every(count, 'day') };
