import type { AzureStep } from '@console/console-contract';
import type { ReactNode } from 'react';
import type { AzureForm } from '../azure-form.ts';
import { ActivationStep } from './activation-step.tsx';
import { BasicsStep } from './basics-step.tsx';
import { MembersStep } from './members-step.tsx';

export interface StepFieldsProps {
  step: AzureStep;
  form: AzureForm;
  /** Steps that a new connector and one that exists fill differently. */
  own: Record<'tenant' | 'scope' | 'review', ReactNode>;
}

/** The fields of one step. */
export function StepFields({ step, form, own }: StepFieldsProps) {
  switch (step) {
    case 'basics':
      return <BasicsStep form={form} />;
    case 'members':
      return <MembersStep form={form} />;
    case 'activation':
      return <ActivationStep form={form} />;
    default:
      return own[step];
  }
}
