import { connectorChangeEndpoints } from '@console/console-contract';
import { useState } from 'react';
import { call } from '../../../shared/console-client.ts';
import { CreationElsewhereNotice } from '../creation/creation-elsewhere.tsx';
import { CreationPage } from '../creation/creation-page.tsx';
import { useAskedOperation } from '../creation/use-asked-operation.ts';
import { type Asked, useCreateConnector } from '../creation/use-create-connector.ts';
import { useCreationElsewhere, whyNotTwice } from '../creation/use-creation-elsewhere.ts';
import { focusField } from '../step-form.ts';
import { useTakenName } from '../taken-name.ts';
import { shownProblems } from '../wizard-state.ts';
import { WizardView } from '../wizard-view.tsx';
import { toSpec } from './azure-draft.ts';
import type { AzureForm } from './azure-form.ts';
import { wizardProblems } from './azure-state.ts';
import { AzureSummary } from './azure-summary.tsx';
import { withRefusal } from './connection/refused-field.ts';
import { useConnectionTest } from './connection/use-connection-test.ts';
import { AzureReviewStep } from './steps/azure-review-step.tsx';
import { ScopeStep } from './steps/scope-step.tsx';
import { StepFields } from './steps/step-fields.tsx';
import { TenantStep } from './steps/tenant-step.tsx';
import { useAzureWizard, type WizardSession } from './use-azure-wizard.ts';

/** One visit of the wizard: holds what was typed, the secret too, and shows the steps or what becomes of the connector. */
export function AzureWizard({ workspace, opened, step, onStarted }: WizardSession) {
  const { wizard, dispatch, draft, today } = useAzureWizard({ workspace, opened, step, onStarted });
  const testing = useConnectionTest(workspace, wizard, dispatch);
  const address = { workspace, cloud: 'azure', draft: draft.kept.draft } as const;
  const problems = [...useTakenName(address, wizard.values.name), ...wizardProblems(wizard, today)];
  const form: AzureForm = {
    address,
    wizard,
    dispatch,
    problems,
    shown: withRefusal(shownProblems(wizard, problems, step), step, testing.standing),
    today,
    testing,
  };
  const [keepSecret, setKeepSecret] = useState(false);
  const elsewhere = useCreationElsewhere(address, wizard.values.name);
  const { operation, follow, goBack } = useAskedOperation(address);
  const creating = useCreateConnector({
    keeper: draft.keeper,
    content: [wizard.values, wizard.secret, keepSecret],
    send: sendingOf(form, keepSecret),
    blame: () => blame(form),
    onAsked: follow,
  });
  if (operation !== null) {
    return <CreationPage workspace={workspace} operation={operation} onBack={goBack} />;
  }
  return (
    <WizardView
      title="New Azure connector"
      form={form}
      draft={draft}
      step={step}
      barred={step === 'review' ? whyNotTwice(elsewhere) : undefined}
      creating={creating}
      notice={<CreationElsewhereNotice address={address} creation={elsewhere} />}
      summary={<AzureSummary form={form} />}
    >
      <StepFields
        key={step}
        step={step}
        form={form}
        own={{
          tenant: <TenantStep form={form} />,
          scope: <ScopeStep form={form} />,
          review: (
            <AzureReviewStep
              form={form}
              creating={creating}
              keeping={{ keep: keepSecret, onKeep: setKeepSecret }}
            />
          ),
        }}
      />
    </WizardView>
  );
}

/** The call that creates the connector, once nothing is missing. */
function sendingOf({ wizard, problems, address }: AzureForm, keepSecret: boolean) {
  const { secret, values } = wizard;
  if (secret.state !== 'given' || problems.length > 0) return undefined;
  return (asked: Asked) =>
    call(connectorChangeEndpoints.createAzureConnector, {
      params: { workspace: address.workspace },
      body: { ...asked, spec: toSpec(values), secretValue: secret.value, keepSecret },
    });
}

/** The list of problems takes the focus, unless the secret alone is missing. */
function blame({ dispatch, problems }: AzureForm) {
  dispatch({ type: 'secret-wanted' });
  dispatch({ type: 'step-refused', step: 'review' });
  const elsewhere = problems.some(({ field }) => field !== 'secretValue');
  if (!elsewhere) focusField('secretValue');
}
