import { TextField } from '../../../../ui/text-field.tsx';
import { CapabilityFields } from '../../fields/capability-fields.tsx';
import { textProps } from '../../step-form.ts';
import type { AwsForm } from '../aws-form.ts';

/** What the connector is called and what it looks at. */
export function BasicsStep({ form }: { form: AwsForm }) {
  return (
    <>
      <TextField
        {...textProps(form, 'name')}
        label="Name"
        hint="How the connector appears in every list. It cannot be changed later, and the connection is tested under it."
        autoComplete="off"
      />
      <CapabilityFields
        form={form}
        finds="Finds accounts and the assets in them."
        writeAccess="Reading is not enough: let the roles of the member accounts change the resources before the first fix, or each fix will be refused."
      />
    </>
  );
}
