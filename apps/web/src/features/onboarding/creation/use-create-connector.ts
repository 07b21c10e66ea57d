import { connectorChangeEndpoints } from '@console/console-contract';
import { useState } from 'react';
import { call } from '../../../shared/console-client.ts';
import { type ConsoleProblem, problemOf } from '../../../shared/console-problem.ts';
import { toSpec } from '../azure-draft.ts';
import type { DraftKeeper } from '../draft-keeper.ts';
import { focusField, type StepForm } from '../step-form.ts';
import { type Wizard, wizardProblems } from '../wizard-state.ts';

type Attempt = Pick<Wizard, 'values' | 'secret'> & { key: string; runNow: boolean };

export type Creating = ReturnType<typeof useCreateConnector>;

/**
 * Asks for the connector. One key goes with one content until the console has answered, so that a double click, or a
 * second try after a lost answer, cannot make a second connector. A new try after an outcome is a new operation.
 */
export function useCreateConnector(
  form: StepForm,
  keeper: DraftKeeper,
  onAsked: (operation: string) => void,
) {
  const { wizard, dispatch, today, workspace } = form;
  const [runNow, setRunNow] = useState(true);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<ConsoleProblem | null>(null);
  const [attempt, setAttempt] = useState<Attempt | null>(null);

  const create = async () => {
    if (sending) return;
    const { secret } = wizard;
    if (secret.state !== 'given' || wizardProblems(wizard, today).length > 0) return blame();
    setSending(true);
    setProblem(null);
    const idempotencyKey = keyFor();
    try {
      await keeper.flush();
      const draftId = keeper.read().draft;
      const body = {
        idempotencyKey,
        spec: toSpec(wizard.values),
        secretValue: secret.value,
        runNow,
        draftId,
      };
      const operation = await call(connectorChangeEndpoints.createAzureConnector, {
        params: { workspace },
        body,
      });
      keeper.close();
      setAttempt(null);
      onAsked(operation.id);
    } catch (error) {
      setProblem(problemOf(error));
    }
    setSending(false);
  };

  function keyFor(): string {
    const { values, secret } = wizard;
    const same = attempt?.values === values && attempt.secret === secret && attempt.runNow === runNow;
    if (same) return attempt.key;
    const key = crypto.randomUUID();
    setAttempt({ key, values, secret, runNow });
    return key;
  }

  /** The list of problems takes the focus, unless the secret alone is missing. */
  function blame() {
    dispatch({ type: 'secret-wanted' });
    dispatch({ type: 'step-refused', step: 'review' });
    const elsewhere = wizardProblems(wizard, today).some(({ field }) => field !== 'secretValue');
    if (!elsewhere) focusField('secretValue');
  }

  return { create, sending, problem, runNow, setRunNow };
}
