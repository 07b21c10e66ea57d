import { Checkbox } from '../../../ui/checkbox.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { longestPrefix, memberNamesMadeWith, mostDays } from '../azure-draft.ts';
import { everyDays } from '../azure-words.ts';
import { change, errorOf, type StepForm, textProps } from '../step-form.ts';

/** What the members are called, when they come and go, and how often everything is read. */
export function MembersStep({ form }: { form: StepForm }) {
  const { values } = form.wizard;
  return (
    <>
      <div className="grid gap-2">
        <TextField
          {...textProps(form, 'memberPrefix')}
          label="Member prefix"
          hint="The name of every member connector begins with it. It cannot be changed later."
          counter={{ used: values.memberPrefix.trim().length, max: longestPrefix }}
          autoComplete="off"
          spellCheck={false}
        />
        <NamePreview prefix={values.memberPrefix} />
      </div>
      <fieldset className="m-0 grid gap-3 border-0 p-0">
        <legend className="mb-1 p-0 font-strong text-sm">When subscriptions come and go</legend>
        <Checkbox
          label="Create members for new subscriptions"
          hint="At each run, a subscription in scope that has no member gets one."
          checked={values.createForNewAccounts}
          onChange={(event) => change(form, { createForNewAccounts: event.currentTarget.checked })}
        />
        <Checkbox
          label="Disable members of deleted subscriptions"
          hint="At each run, the member of a subscription that no longer exists is switched off, not deleted."
          checked={values.disableForDeleted}
          onChange={(event) => change(form, { disableForDeleted: event.currentTarget.checked })}
        />
      </fieldset>
      <div className="grid gap-2">
        <div className="grid gap-4 @min-[30rem]/step:grid-cols-2">
          <Select
            id="runEveryDays"
            name="runEveryDays"
            label="Look for subscriptions"
            options={DAYS}
            value={String(values.runEveryDays)}
            error={errorOf(form, 'runEveryDays')}
            onChange={(event) => change(form, { runEveryDays: Number(event.currentTarget.value) })}
          />
          <Select
            id="memberRunEveryDays"
            name="memberRunEveryDays"
            label="Run each member"
            options={DAYS}
            value={String(values.memberRunEveryDays)}
            error={errorOf(form, 'memberRunEveryDays')}
            onChange={(event) => change(form, { memberRunEveryDays: Number(event.currentTarget.value) })}
          />
        </div>
        <p className="m-0 text-ink-3 text-sm">
          The gateway counts Azure in whole days: it rounds hours up and refuses more than seven days.
        </p>
      </div>
    </>
  );
}

function NamePreview({ prefix }: { prefix: string }) {
  return (
    <p className="m-0 text-ink-3 text-sm">
      For example{' '}
      {memberNamesMadeWith(prefix).map((name, index) => (
        <span key={name}>
          {index > 0 && ', '}
          <span className="wrap-anywhere font-mono text-ink-2">{name}</span>
        </span>
      ))}
    </p>
  );
}

const DAYS = Array.from({ length: mostDays }, (_, index) => ({
  value: String(index + 1),
  label: everyDays(index + 1),
}));
