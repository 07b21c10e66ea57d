import { TextField } from '../../../../ui/text-field.tsx';
import { change, errorOf } from '../../step-form.ts';
import type { AzureForm } from '../azure-form.ts';

/** The secret's last day. `earliest` bars days before it, for a secret that is entered now. */
export function SecretExpiryField({ form, earliest }: { form: AzureForm; earliest?: string }) {
  return (
    <TextField
      id="secretExpiresOn"
      name="secretExpiresOn"
      type="date"
      label="Secret expires on"
      hint="So that you can be warned in time."
      optional
      min={earliest}
      value={form.wizard.values.secretExpiresOn ?? ''}
      error={errorOf(form, 'secretExpiresOn')}
      onChange={(event) => change(form, { secretExpiresOn: event.currentTarget.value || null })}
      onBlur={() => form.dispatch({ type: 'field-left', field: 'secretExpiresOn' })}
    />
  );
}
