import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { CapabilityFields } from '../../fields/capability-fields.tsx';
import { textProps } from '../../step-form.ts';
import type { AzureForm } from '../azure-form.ts';

/** What the connector is called and what it looks at. */
export function BasicsStep({ form }: { form: AzureForm }) {
  return (
    <>
      <TextField
        {...textProps(form, 'name')}
        label="Name"
        hint="How the connector appears in every list. It cannot be changed later."
        autoComplete="off"
      />
      <TextArea {...textProps(form, 'description')} label="Description" optional rows={2} />
      <CapabilityFields
        form={form}
        finds="Finds subscriptions and the assets in them."
        writeAccess="Reader is not enough: give the application a role that may change the resources of every subscription in scope before the first fix, or each fix will be refused."
      />
    </>
  );
}
