import type { AzureStep } from '@console/console-contract';
import type { Creating } from '../../creation/use-create-connector.ts';
import type { AzureForm } from '../azure-form.ts';
import { ActivationStep } from './activation-step.tsx';
import { AzureReviewStep, type SecretKeeping } from './azure-review-step.tsx';
import { BasicsStep } from './basics-step.tsx';
import { MembersStep } from './members-step.tsx';
import { ScopeStep } from './scope-step.tsx';
import { TenantStep } from './tenant-step.tsx';

export interface StepFieldsProps {
  step: AzureStep;
  form: AzureForm;
  creating: Creating;
  keeping: SecretKeeping;
}

/** The fields of one step. */
export function StepFields({ step, form, creating, keeping }: StepFieldsProps) {
  switch (step) {
    case 'basics':
      return <BasicsStep form={form} />;
    case 'tenant':
      return <TenantStep form={form} />;
    case 'scope':
      return <ScopeStep form={form} />;
    case 'members':
      return <MembersStep form={form} />;
    case 'activation':
      return <ActivationStep form={form} />;
    case 'review':
      return <AzureReviewStep form={form} creating={creating} keeping={keeping} />;
  }
}
