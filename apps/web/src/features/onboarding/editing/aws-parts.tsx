import type { AwsStep } from '@console/console-contract';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { ChoiceCards } from '../../../ui/choice-cards.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { exampleOf } from '../aws/aws-checks.ts';
import type { AwsForm } from '../aws/aws-form.ts';
import { ConnectionTestPanel } from '../aws/connection/connection-test-panel.tsx';
import { useOrganization } from '../aws/organization-scope.ts';
import { ActivationStep } from '../aws/steps/activation-step.tsx';
import { BasicsStep } from '../aws/steps/basics-step.tsx';
import { ExternalIdFields } from '../aws/steps/external-id-fields.tsx';
import { MembersStep } from '../aws/steps/members-step.tsx';
import { ScopeStep } from '../aws/steps/scope-step.tsx';
import { change, textProps } from '../step-form.ts';
import { EditReview, type EditReviewProps } from './edit-review.tsx';
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
  switch (step) {
    case 'basics':
      return <BasicsStep form={form} />;
    case 'organization':
      return <OrganizationPart form={form} idsKept={idsKept} retest={retest} />;
    case 'scope':
      return <ScopePart form={form} />;
    case 'members':
      return <MembersStep form={form} />;
    case 'activation':
      return <ActivationStep form={form} />;
    case 'review':
      return <EditReview form={form} {...review} />;
  }
}

/** The role and its ids. Those that are kept are never shown again. */
function OrganizationPart({ form, idsKept, retest }: Omit<AwsPartsProps, 'step' | 'review'>) {
  const { values } = form.wizard;
  return (
    <>
      <ChoiceCards
        legend="Partition"
        columns={2}
        value={values.partition}
        onToggle={(partition) => change(form, { partition })}
        choices={PARTITIONS}
      />
      <TextField
        {...textProps(form, 'baseAccountId')}
        {...ID_INPUT}
        label="Account that assumes the role"
        hint="Qualys’ own account on your platform, or your base account."
        placeholder="123456789012"
      />
      <TextField
        {...textProps(form, 'roleArn')}
        {...ID_INPUT}
        label="Role ARN"
        hint="The role in the organization’s management account."
        placeholder={exampleOf(values.partition)}
      />
      <ExternalIdFields
        form={form}
        kept={idsKept}
        hints={idsKept ? { own: KEPT, member: KEPT } : { own: WANTED, member: WANTED_OF_MEMBERS }}
      />
      <TextField
        {...textProps(form, 'rootId')}
        {...ID_INPUT}
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

const PARTITIONS = [
  { value: 'global', label: 'Global', description: 'ARNs begin with arn:aws:' },
  { value: 'govcloud', label: 'GovCloud', description: 'ARNs begin with arn:aws-us-gov:' },
] as const;

const ID_INPUT = { mono: true, autoComplete: 'off', spellCheck: false, autoCapitalize: 'none' } as const;

/** The tree where the gateway tells it, else the ids as text. */
function ScopePart({ form }: { form: AwsForm }) {
  const { query, organization } = useOrganization(form, { read: true });
  const told = query.data === undefined || organization !== undefined;
  if (told && form.wizard.values.rootId.trim() !== '') return <ScopeStep form={form} />;
  return (
    <ScopeLists scope={form.wizard.values.scope} noun="unit" onChange={(scope) => change(form, { scope })} />
  );
}
