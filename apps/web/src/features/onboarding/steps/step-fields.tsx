import type { AzureStep } from '@console/console-contract';
import type { Creating } from '../creation/use-create-connector.ts';
import type { StepForm } from '../step-form.ts';
import { ActivationStep } from './activation-step.tsx';
import { BasicsStep } from './basics-step.tsx';
import { MembersStep } from './members-step.tsx';
import { ReviewStep } from './review-step.tsx';
import { ScopeStep } from './scope-step.tsx';
import { TenantStep } from './tenant-step.tsx';

export interface StepFieldsProps {
  step: AzureStep;
  form: StepForm;
  creating: Creating;
  draft: string | null;
}

/** The fields of one step. */
export function StepFields({ step, form, creating, draft }: StepFieldsProps) {
  switch (step) {
    case 'basics':
      return <BasicsStep form={form} />;
    case 'tenant':
      return <TenantStep form={form} />;
    case 'scope':
      return <ScopeStep form={form} draft={draft} />;
    case 'members':
      return <MembersStep form={form} />;
    case 'activation':
      return <ActivationStep form={form} />;
    case 'review':
      return <ReviewStep form={form} creating={creating} draft={draft} />;
  }
}
