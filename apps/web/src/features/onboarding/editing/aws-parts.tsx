import type { AwsStep } from '@console/console-contract';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { AwsForm } from '../aws/aws-form.ts';
import { ConnectionTestPanel } from '../aws/connection/connection-test-panel.tsx';
import { useOrganization } from '../aws/organization-scope.ts';
import { ExternalIdFields } from '../aws/steps/external-id-fields.tsx';
import { idInput, PartitionAndAccount, RoleArnField } from '../aws/steps/organization-fields.tsx';
import { ScopeStep } from '../aws/steps/scope-step.tsx';
import { StepFields } from '../aws/steps/step-fields.tsx';
import { change, textProps } from '../step-form.ts';
import { EditReview, type EditReviewProps } from './edit-review.tsx';
import { useUnitNaming } from './scope-changes.tsx';
import { ScopeLists } from './scope-lists.tsx';
import type { Retest } from './use-retest.ts';

export interface AwsPartsProps {
  step: AwsStep;
  form: AwsForm;
  idsKept: boolean;
  retest: Retest;
  review: Pick<EditReviewProps, 'edited' | 'saving'>;
}

/** The fields of one step: the wizard's own where they fit a connector that exists. */
export function AwsParts({ step, form, idsKept, retest, review }: AwsPartsProps) {
  return (
    <StepFields
      step={step}
      form={form}
      own={{
        organization: <OrganizationPart form={form} idsKept={idsKept} retest={retest} />,
        scope: <ScopePart form={form} />,
        review: <Review form={form} review={review} />,
      }}
    />
  );
}

function Review({ form, review }: Pick<AwsPartsProps, 'form' | 'review'>) {
  return <EditReview form={form} {...review} named={useUnitNaming(form)} />;
}

/** The role and its ids. Those that are kept are never shown again. */
function OrganizationPart({ form, idsKept, retest }: Omit<AwsPartsProps, 'step' | 'review'>) {
  return (
    <>
      <PartitionAndAccount form={form} />
      <RoleArnField form={form} />
      <ExternalIdFields
        form={form}
        kept={idsKept}
        existing={idsKept ? { own: KEPT, member: KEPT } : { own: WANTED, member: WANTED_OF_MEMBERS }}
      />
      <TextField
        {...textProps(form, 'rootId')}
        {...idInput}
        label="Root ID"
        hint="The root of the organization’s tree; it begins with r-."
        placeholder="r-a1b2"
      />
      <ConnectionTestPanel form={form} />
      {retest.wanted && (
        <Checkbox
          label="Save without a test"
          hint="The gateway takes the values as they are; whether the role lets it in shows at the next run."
          checked={retest.waived}
          onChange={(event) => retest.waive(event.currentTarget.checked)}
        />
      )}
    </>
  );
}

const KEPT = 'The console keeps it sealed. Leave this empty to use that one.';
const WANTED = 'The one in the role’s trust policy: the gateway wants it with every edit.';
const WANTED_OF_MEMBERS = 'The one in the trust policies of the member accounts’ roles.';

/** The tree where the gateway tells it, else the ids as text. */
function ScopePart({ form }: { form: AwsForm }) {
  const { query, organization } = useOrganization(form, { read: true });
  const told = query.data === undefined || organization !== undefined;
  if (told && form.wizard.values.rootId.trim() !== '') return <ScopeStep form={form} />;
  return (
    <ScopeLists scope={form.wizard.values.scope} noun="unit" onChange={(scope) => change(form, { scope })} />
  );
}
