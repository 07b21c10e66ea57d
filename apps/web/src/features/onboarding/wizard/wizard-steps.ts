/** The steps of both clouds' wizards: their order, and what each is called and asks. */
import type { AwsStep, AzureStep, Cloud } from '@console/console-contract';

export type WizardStep = AzureStep | AwsStep;

/** `title` stands in the stepper, the review and the list of drafts; the rest introduces the step. */
export type StepWords<Step extends WizardStep = WizardStep> = {
  id: Step;
  title: string;
  question: string;
  explanation: string;
};

const azure: readonly StepWords<AzureStep>[] = [
  {
    id: 'basics',
    title: 'Basics',
    question: 'Name and capabilities',
    explanation: 'One connector onboards a whole Azure tenant with all its subscriptions.',
  },
  {
    id: 'tenant',
    title: 'Tenant',
    question: 'Which tenant, and with which application?',
    explanation: 'The gateway signs in to Entra as an application that may read the tenant.',
  },
  {
    id: 'scope',
    title: 'Scope',
    question: 'Which management groups?',
    explanation: 'Subscriptions created later follow the group they are in. Excluding wins over including.',
  },
  {
    id: 'members',
    title: 'Members and schedule',
    question: 'What becomes of each subscription?',
    explanation: 'Every subscription in scope gets a member connector of its own.',
  },
  {
    id: 'activation',
    title: 'Activation and tags',
    question: 'What happens to the assets found?',
    explanation: 'Modules and tags for new assets; none is required.',
  },
  {
    id: 'review',
    title: 'Review',
    question: 'Is everything right?',
    explanation: 'Nothing is created before you choose “Create connector”.',
  },
];

const aws: readonly StepWords<AwsStep>[] = [
  {
    id: 'basics',
    title: 'Basics',
    question: 'Name and capabilities',
    explanation: 'One connector onboards a whole AWS organization with all its accounts.',
  },
  {
    id: 'organization',
    title: 'Organization',
    question: 'Which organization, and through which role?',
    explanation: 'The platform assumes a role in the management account, and one in every member account.',
  },
  {
    id: 'scope',
    title: 'Scope',
    question: 'Which organizational units and accounts?',
    explanation: 'Accounts created later follow the unit they are in. Excluding wins over including.',
  },
  {
    id: 'members',
    title: 'Members, regions and schedule',
    question: 'What becomes of each account?',
    explanation: 'Every account in scope gets a member connector of its own.',
  },
  {
    id: 'activation',
    title: 'Activation and tags',
    question: 'What happens to the assets found?',
    explanation: 'A module and tags for new assets; none is required.',
  },
  {
    id: 'review',
    title: 'Review',
    question: 'Is everything right?',
    explanation: 'Nothing is created before you say so: only the connection was tested.',
  },
];

export const wizardSteps: Record<Cloud, readonly StepWords[]> = { azure, aws };

/** Its place in the wizard, from 0. Both clouds have as many steps, and the second proves the connection. */
export function indexOfStep(step: WizardStep): number {
  return Math.max(
    azure.findIndex(({ id }) => id === step),
    aws.findIndex(({ id }) => id === step),
  );
}

/** The step that an address or a table of fields names; the first where it names none. */
export function stepOf(cloud: Cloud, name: string | null): WizardStep {
  return wizardSteps[cloud].find(({ id }) => id === name)?.id ?? 'basics';
}

export function titleOfStep(cloud: Cloud, step: string): string {
  return wizardSteps[cloud].find(({ id }) => id === step)?.title ?? step;
}

export function wordsOfStep(cloud: Cloud, step: WizardStep): StepWords | undefined {
  return wizardSteps[cloud].find(({ id }) => id === step);
}

/** The step before or after; the first and last have none on one side. */
export function neighbourOf(cloud: Cloud, step: WizardStep, offset: 1 | -1): WizardStep | undefined {
  return wizardSteps[cloud][indexOfStep(step) + offset]?.id;
}
