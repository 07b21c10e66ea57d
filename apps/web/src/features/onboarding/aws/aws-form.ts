import type { AwsDraftValues } from '@console/console-contract';
import type { StepForm } from '../step-form.ts';
import type { AwsWizardState, DispatchAws } from './aws-state.ts';
import type { OrganizationTesting } from './connection/use-organization-test.ts';

/** What the steps of the AWS wizard draw from. */
export type AwsForm = StepForm<AwsDraftValues> & {
  wizard: AwsWizardState;
  dispatch: DispatchAws;
  testing: OrganizationTesting;
};
