import type { AzureStep } from '@console/console-contract';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { PasswordField } from '../../../ui/password-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { type AzureForm, secretProps } from '../azure/azure-form.ts';
import { ConnectionTestPanel } from '../azure/connection/connection-test-panel.tsx';
import { useManagementGroups } from '../azure/connection/use-connection-test.ts';
import { ScopeStep } from '../azure/steps/scope-step.tsx';
import { SecretExpiryField } from '../azure/steps/secret-expiry-field.tsx';
import { StepFields } from '../azure/steps/step-fields.tsx';
import { sideBySide } from '../fields/side-by-side.ts';
import { change, textProps } from '../step-form.ts';
import { EditReview, type EditReviewProps } from './edit-review.tsx';
import { groupsNamed } from './scope-changes.tsx';
import { ScopeLists } from './scope-lists.tsx';

export interface AzurePartsProps {
  step: AzureStep;
  form: AzureForm;
  secret: { kept: boolean; keep: boolean; onKeep: (keep: boolean) => void };
  review: Pick<EditReviewProps, 'edited' | 'saving'>;
}

/** The fields of one step: the wizard's own where they fit a connector that exists. */
export function AzureParts({ step, form, secret, review }: AzurePartsProps) {
  return (
    <StepFields
      step={step}
      form={form}
      own={{
        tenant: <TenantPart form={form} secret={secret} />,
        scope: <ScopePart form={form} />,
        review: <EditReview form={form} {...review} named={groupsNamed} />,
      }}
    />
  );
}

/** The tenant stays; the gateway wants its secret with every edit and changes it with none. */
function TenantPart({ form, secret }: Pick<AzurePartsProps, 'form' | 'secret'>) {
  const { wizard } = form;
  return (
    <>
      <TextField {...textProps(form, 'tenantId')} label="Tenant ID" mono autoComplete="off" />
      <TextField
        {...textProps(form, 'tenantName')}
        label="Tenant name"
        hint="As it was entered when the connector was created: the gateway does not tell it, and wants it again."
        autoComplete="off"
      />
      <TextField {...textProps(form, 'applicationId')} label="Application ID" mono autoComplete="off" />
      <div className={sideBySide}>
        <PasswordField
          {...secretProps(form)}
          label="Secret value"
          hint={secret.kept ? KEPT : WANTED}
          optional={secret.kept}
          shown="secret"
          autoComplete="off"
        />
        <SecretExpiryField form={form} />
      </div>
      <Checkbox
        label="Keep the secret for later edits"
        hint="Sealed with the console’s key, for this workspace’s gateway alone. Off, it is forgotten once this edit is saved."
        checked={secret.keep}
        onChange={(event) => secret.onKeep(event.currentTarget.checked)}
      />
      {wizard.secret.state === 'given' && <ConnectionTestPanel form={form} />}
    </>
  );
}

const WANTED =
  'The one the connector was created with: the gateway wants it with every edit and does not change it.';
const KEPT =
  'The console keeps it sealed. Leave this empty to use that one, or enter it to test the connection.';

/** The tree where the gateway tells it, else the names as text. */
function ScopePart({ form }: { form: AzureForm }) {
  const groups = useManagementGroups(form.address.workspace, form.wizard, form.testing);
  const told = groups.data === undefined || groups.data.groups.length > 0;
  if (told) return <ScopeStep form={form} />;
  return (
    <ScopeLists scope={form.wizard.values.scope} noun="group" onChange={(scope) => change(form, { scope })} />
  );
}
