import type { ChangeEvent, ReactNode } from 'react';
import { invisibleCharactersRepair } from '../../../shared/page/invisible-characters.ts';
import { Checkbox } from '../../../ui/fields/checkbox.tsx';
import { PasswordField } from '../../../ui/fields/password-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { Banner } from '../../../ui/status/banner.tsx';
import { fieldNamed } from '../cloud-fields.ts';
import { sideBySide } from '../fields/side-by-side.ts';
import { change, errorOf } from '../wizard/step-form.ts';
import { secretWarning } from './azure-checks.ts';
import type { AzureForm } from './azure-form.ts';

type Props = { form: AzureForm };

/** The secret and its last day. What is typed goes into the page's memory only. */
export function SecretFields({ form }: Props) {
  const { basis, wizard } = form;
  const kept = basis?.secretKept ?? false;
  return (
    <>
      {basis === undefined && wizard.secret.state === 'forgotten' && (
        <SecretMissing form={form}> You can also enter it at the review.</SecretMissing>
      )}
      <div className={sideBySide}>
        <SecretField form={form} hint={basis === undefined ? NEW : kept ? KEPT : WANTED} optional={kept} />
        <SecretExpiry form={form} />
      </div>
      {basis !== undefined && <SecretKeeping form={form} until="this edit is saved" />}
    </>
  );
}

/** Why a wizard that has everything else has no secret. */
function SecretMissing({ form, children }: Props & { children?: ReactNode }) {
  const { copiedFrom } = form.wizard.values;
  if (copiedFrom !== undefined) {
    return (
      <Banner tone="info" title="The secret has to be entered">
        The secret of {copiedFrom} is not copied, and a draft keeps none.{children}
      </Banner>
    );
  }
  return (
    <Banner tone="info" title="The secret has to be entered again">
      It is kept in this page’s memory only and was forgotten when the page was left or reloaded.{children}
    </Banner>
  );
}

const NEW = 'The secret’s Value, not its ID. A draft does not keep it.';
const WANTED =
  'The one the connector was created with: the gateway wants it with every edit and does not change it.';
const KEPT =
  'The console keeps it sealed. Leave this empty to use that one, or enter it to test the connection.';

/** At the review: the secret where the page no longer knows it, and whether it is kept. */
export function SecretAtReview({ form }: Props) {
  return (
    <>
      {form.wizard.secretAsked && (
        <div className="grid gap-3">
          <SecretMissing form={form} />
          <SecretField
            form={form}
            hint="The secret’s Value, not its ID. It is sent to the gateway with the connector and kept only if you say so below."
          />
        </div>
      )}
      <SecretKeeping form={form} until="the connector exists" />
    </>
  );
}

function SecretField({ form, hint, optional }: Props & { hint: string; optional?: boolean }) {
  const { secret } = form.wizard;
  const value = secret.state === 'given' ? secret.value : '';
  return (
    <PasswordField
      id="secretValue"
      name="secretValue"
      label={fieldNamed(form.address, 'secretValue').words.label}
      hint={hint}
      optional={optional}
      shown="secret"
      autoComplete="off"
      maxLength={1000}
      value={value}
      error={errorOf(form, 'secretValue')}
      warning={secretWarning(secret)}
      repair={invisibleCharactersRepair(value, (clean) =>
        form.dispatch({ type: 'secret-typed', value: clean }),
      )}
      onChange={(event: ChangeEvent<HTMLInputElement>) =>
        form.dispatch({ type: 'secret-typed', value: event.currentTarget.value })
      }
      onBlur={() => {
        if (secret.state === 'given') form.dispatch({ type: 'field-left', field: 'secretValue' });
      }}
    />
  );
}

/** Days before today are barred for a secret that is entered now. */
function SecretExpiry({ form }: Props) {
  const { label, hint } = fieldNamed(form.address, 'secretExpiresOn').words;
  return (
    <TextField
      id="secretExpiresOn"
      name="secretExpiresOn"
      type="date"
      label={label}
      hint={hint}
      optional
      min={form.basis === undefined ? form.today : undefined}
      value={form.wizard.values.secretExpiresOn ?? ''}
      error={errorOf(form, 'secretExpiresOn')}
      onChange={(event) => change(form, { secretExpiresOn: event.currentTarget.value || null })}
      onBlur={() => form.dispatch({ type: 'field-left', field: 'secretExpiresOn' })}
    />
  );
}

function SecretKeeping({ form, until }: Props & { until: string }) {
  return (
    <Checkbox
      label="Keep the secret for later edits"
      hint={`Sealed with the console’s key, for this workspace’s gateway alone. Off, it is forgotten once ${until}.`}
      checked={form.wizard.keepSecret}
      onChange={(event) => form.dispatch({ type: 'secret-keeping', keep: event.currentTarget.checked })}
    />
  );
}
