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
        hint={form.locked === undefined ? TO_STAY : 'How the connector appears in every list.'}
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

const TO_STAY =
  'How the connector appears in every list. Choose it to stay: the connection is tested under it.';
