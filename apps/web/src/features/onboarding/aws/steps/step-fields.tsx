import type { AwsStep } from '@console/console-contract';
import type { Creating } from '../../creation/use-create-connector.ts';
import type { AwsForm } from '../aws-form.ts';
import { ActivationStep } from './activation-step.tsx';
import { AwsReviewStep } from './aws-review-step.tsx';
import { BasicsStep } from './basics-step.tsx';
import { MembersStep } from './members-step.tsx';
import { OrganizationStep } from './organization-step.tsx';
import { ScopeStep } from './scope-step.tsx';

/** The fields of one step. */
export function StepFields({ step, form, creating }: { step: AwsStep; form: AwsForm; creating: Creating }) {
  switch (step) {
    case 'basics':
      return <BasicsStep form={form} />;
    case 'organization':
      return <OrganizationStep form={form} />;
    case 'scope':
      return <ScopeStep form={form} />;
    case 'members':
      return <MembersStep form={form} />;
    case 'activation':
      return <ActivationStep form={form} />;
    case 'review':
      return <AwsReviewStep form={form} creating={creating} />;
  }
}
