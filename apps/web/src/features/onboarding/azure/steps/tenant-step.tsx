import { Banner } from '../../../../ui/banner.tsx';
import { PasswordField } from '../../../../ui/password-field.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { sideBySide } from '../../fields/side-by-side.ts';
import { TenantHelp } from '../../help/tenant-help.tsx';
import { textProps } from '../../step-form.ts';
import { type AzureForm, secretProps } from '../azure-form.ts';
import { ConnectionTestPanel } from '../connection/connection-test-panel.tsx';
import { SecretExpiryField } from './secret-expiry-field.tsx';

/** Whose tenant it is, the application that reads it, and the proof that its credentials work. */
export function TenantStep({ form }: { form: AzureForm }) {
  const { values, secret } = form.wizard;
  return (
    <>
      <TenantHelp values={values} />
      <TextField
        {...textProps(form, 'tenantId')}
        label="Tenant ID"
        hint="Directory (tenant) ID."
        {...ID_INPUT}
      />
      <TextField
        {...textProps(form, 'tenantName')}
        label="Tenant name"
        hint="As Entra shows it, for example Northwind."
        autoComplete="off"
      />
      <TextField
        {...textProps(form, 'applicationId')}
        label="Application ID"
        hint="Application (client) ID of the app registration."
        {...ID_INPUT}
      />
      {secret.state === 'forgotten' && (
        <Banner tone="info" title="The secret has to be entered again">
          It is kept in this page’s memory only and was forgotten when the page was left or reloaded. You can
          also enter it at the review.
        </Banner>
      )}
      <div className={sideBySide}>
        <PasswordField
          {...secretProps(form)}
          label="Secret value"
          hint="The secret’s Value, not its ID. A draft does not keep it."
          shown="secret"
          autoComplete="off"
        />
        <SecretExpiryField form={form} earliest={form.today} />
      </div>
      <ConnectionTestPanel form={form} />
    </>
  );
}

const ID_INPUT = {
  mono: true,
  autoComplete: 'off',
  spellCheck: false,
  autoCapitalize: 'none',
  placeholder: '00000000-0000-0000-0000-000000000000',
} as const;
