import { CodeBlock } from '../../../../ui/code-block.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { OrganizationHelp } from '../../help/organization-help.tsx';
import { textProps } from '../../step-form.ts';
import type { AwsForm } from '../aws-form.ts';
import { ConnectionTestPanel } from '../connection/connection-test-panel.tsx';
import { ExternalIdFields } from './external-id-fields.tsx';
import { idInput, PartitionAndAccount, RoleArnField } from './organization-fields.tsx';

/** Whose organization it is, the role that reads it, and the proof that it can be assumed. */
export function OrganizationStep({ form }: { form: AwsForm }) {
  return (
    <>
      <PartitionAndAccount form={form} />
      <ExternalIdFields form={form} />
      <div className="grid gap-2">
        <TextField
          {...textProps(form, 'rootId')}
          label="Root ID"
          hint="The root of the organization’s tree; it begins with r-. The command below shows it, run in the management account."
          {...idInput}
          placeholder="r-a1b2"
        />
        <CodeBlock label="Command that shows the root’s ID" code={LIST_ROOTS} />
      </div>
      <OrganizationHelp values={form.wizard.values} />
      <RoleArnField form={form} />
      <ConnectionTestPanel form={form} />
    </>
  );
}

const LIST_ROOTS = 'aws organizations list-roots \\\n  --query "Roots[0].Id" --output text';
