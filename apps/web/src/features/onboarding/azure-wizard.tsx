import type { AzureDraft, AzureStep } from '@console/console-contract';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useConnectionTest } from './connection/use-connection-test.ts';
import { CreationPage } from './creation/creation-page.tsx';
import { useCreateConnector } from './creation/use-create-connector.ts';
import { places } from './places.ts';
import type { StepForm } from './step-form.ts';
import { useAzureWizard } from './use-azure-wizard.ts';
import { shownProblems } from './wizard-state.ts';
import { WizardView } from './wizard-view.tsx';

export interface AzureWizardProps {
  workspace: string;
  opened: AzureDraft | null;
  step: AzureStep;
  onStarted: (draft: string) => void;
}

/** One visit of the wizard: holds what was typed, the secret too, and shows the steps or what becomes of the connector. */
export function AzureWizard({ workspace, opened, step, onStarted }: AzureWizardProps) {
  const session = useAzureWizard({ workspace, opened, step, onStarted });
  const { wizard, dispatch, keeper, kept, today } = session;
  const testing = useConnectionTest(workspace, wizard, dispatch);
  const form: StepForm = {
    workspace,
    wizard,
    dispatch,
    testing,
    shown: shownProblems(wizard, today, step),
    today,
  };
  const { operation, follow, goBack } = useAskedOperation(workspace, kept.draft);
  const creating = useCreateConnector(form, keeper, follow);
  if (operation !== null) {
    return <CreationPage workspace={workspace} operation={operation} onBack={goBack} />;
  }
  return <WizardView session={session} form={form} creating={creating} step={step} />;
}

/**
 * The operation that was asked for, also in the address, so that a reload finds it again. The browser's Back does not
 * lead from it into the form: only a creation that did not happen does.
 */
function useAskedOperation(workspace: string, draft: string | null) {
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const [operation, setOperation] = useState(search.get('operation'));
  const follow = (asked: string) => {
    setOperation(asked);
    setSearch({ operation: asked }, { replace: true });
  };
  const goBack = (step: AzureStep) => {
    setOperation(null);
    const place =
      step === 'review' ? places.step(workspace, draft, step) : places.edit(workspace, draft, step);
    void navigate(place, { replace: true });
  };
  return { operation, follow, goBack };
}
