import { connectorChangeEndpoints } from '@console/console-contract';
import { call } from '../../../shared/console-client.ts';
import { CreationElsewhereNotice } from '../creation/creation-elsewhere.tsx';
import { CreationPage } from '../creation/creation-page.tsx';
import { useAskedOperation } from '../creation/use-asked-operation.ts';
import { type Asked, useCreateConnector } from '../creation/use-create-connector.ts';
import { useCreationElsewhere, whyNotTwice } from '../creation/use-creation-elsewhere.ts';
import type { FieldProblem } from '../field-checks.ts';
import { useTakenName } from '../taken-name.ts';
import { todayHere } from '../use-kept-draft.ts';
import { shownProblems } from '../wizard-state.ts';
import { indexOfStep } from '../wizard-steps.ts';
import { WizardView } from '../wizard-view.tsx';
import { toSpec } from './aws-draft.ts';
import type { AwsForm } from './aws-form.ts';
import { isTested, wizardProblems } from './aws-state.ts';
import { AwsSummary } from './aws-summary.tsx';
import { ConnectionGate } from './connection/connection-gate.tsx';
import { useOrganizationTest } from './connection/use-organization-test.ts';
import { AwsReviewStep } from './steps/aws-review-step.tsx';
import { OrganizationStep } from './steps/organization-step.tsx';
import { ScopeStep } from './steps/scope-step.tsx';
import { StepFields } from './steps/step-fields.tsx';
import { useAwsWizard, type WizardSession } from './use-aws-wizard.ts';

/** One visit of the wizard: holds what was typed, and shows the steps or what becomes of the connector. */
export function AwsWizard({ workspace, opened, step, onStarted }: WizardSession) {
  const { wizard, dispatch, draft } = useAwsWizard({ workspace, opened, step, onStarted });
  const address = { workspace, cloud: 'aws', draft: draft.kept.draft } as const;
  const testing = useOrganizationTest(address, wizard, dispatch);
  const problems = [...useTakenName(address, wizard.values.name), ...wizardProblems(wizard)];
  const form: AwsForm = {
    address,
    wizard,
    dispatch,
    problems,
    shown: withoutTest(shownProblems(wizard, problems, step)),
    today: todayHere(),
    testing,
  };
  const elsewhere = useCreationElsewhere(address, wizard.values.name);
  const { operation, follow, goBack } = useAskedOperation(address);
  const creating = useCreateConnector({
    keeper: draft.keeper,
    content: [wizard.values],
    send: sendingOf(form),
    blame: () => dispatch({ type: 'step-refused', step: 'review' }),
    onAsked: follow,
  });
  if (operation !== null) {
    return <CreationPage workspace={workspace} operation={operation} onBack={goBack} />;
  }
  const closed = indexOfStep(step) > indexOfStep('organization') && !isTested(wizard);
  const barred = closed
    ? 'Test the connection first: this step opens when it has succeeded.'
    : step === 'review' && whyNotTwice(elsewhere);
  return (
    <WizardView
      title="New AWS connector"
      form={form}
      draft={draft}
      step={step}
      gate="organization"
      barred={barred || undefined}
      creating={creating}
      notice={<CreationElsewhereNotice address={address} creation={elsewhere} />}
      summary={<AwsSummary form={form} />}
    >
      {closed ? (
        <ConnectionGate form={form} />
      ) : (
        <StepFields
          key={step}
          step={step}
          form={form}
          own={{
            organization: <OrganizationStep form={form} />,
            scope: <ScopeStep form={form} />,
            review: <AwsReviewStep form={form} creating={creating} />,
          }}
        />
      )}
    </WizardView>
  );
}

/** While something else is missing, that the connection is not tested goes without saying. */
function withoutTest(shown: readonly FieldProblem[]): readonly FieldProblem[] {
  return shown.length > 1 ? shown.filter(({ field }) => field !== 'connection') : shown;
}

/** The call that creates the connector, once nothing is missing. The external ids go beside its spec. */
function sendingOf({ wizard, problems, address }: AwsForm) {
  const { values } = wizard;
  if (problems.length > 0) return undefined;
  return (asked: Asked) =>
    call(connectorChangeEndpoints.createAwsConnector, {
      params: { workspace: address.workspace },
      body: {
        ...asked,
        spec: toSpec(values),
        externalId: values.externalId.trim(),
        memberExternalId: values.memberExternalId.trim(),
      },
    });
}
