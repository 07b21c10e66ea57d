/** How far the creation of a connector is, from the operation, the run that followed it, and the connector itself. Pure. */
import type { Cloud, Connector, Operation } from '@console/console-contract';
import type { ProgressStep } from '../../../ui/status/progress-steps.tsx';

export type Creation =
  | { state: 'creating'; operation: Operation | undefined }
  | { state: 'refused' | 'absent' | 'needs-review'; operation: Operation }
  /** It exists; `run` is the first run, `null` when none was asked for. */
  | (Existing & { state: 'created'; run: Following | null })
  | (Existing & { state: 'run-refused'; operation: Operation })
  | (Existing & { state: 'finished'; errors: boolean });

/** `adopted`: no answer said so, and reading found it at the gateway. */
type Existing = { cloud: Cloud; id: string; adopted: boolean };

/** `unclear`: whether the run began is not known yet, and the gateway is asked; with what is known of it. */
type Following = { since: string; unclear: string | null; connector: Connector | undefined };

export function creationOf(
  operation: Operation | undefined,
  run: Operation | undefined,
  connector: Connector | undefined,
): Creation {
  if (operation === undefined) return { state: 'creating', operation };
  if (operation.state === 'failed') return { state: 'refused', operation };
  if (operation.state === 'absent' || operation.state === 'needs-review') {
    return { state: operation.state, operation };
  }
  const { cloud, connectorId: id } = operation;
  const adopted = operation.state === 'adopted';
  const done = operation.state === 'succeeded' || adopted;
  if (!done || id === null || cloud === null) return { state: 'creating', operation };
  const existing = { cloud, id, adopted };
  if (operation.followedBy === null) return { ...existing, state: 'created', run: null };
  if (run?.state === 'failed' || run?.state === 'absent' || run?.state === 'needs-review') {
    return { ...existing, state: 'run-refused', operation: run };
  }
  if (connector?.state === 'succeeded' || connector?.state === 'errors') {
    return { ...existing, state: 'finished', errors: connector.state === 'errors' };
  }
  const since = run?.requestedAt ?? operation.requestedAt;
  const unclear = run?.state === 'unknown' ? (run.problem?.message ?? '') : null;
  return { ...existing, state: 'created', run: { since, unclear, connector } };
}

/** The phases that a person sees, with the run's where there is one. */
export function phasesOfCreation(creation: Creation): ProgressStep[] {
  return [creatingPhase(creation), ...runPhases(creation)];
}

function creatingPhase(creation: Creation): ProgressStep {
  const id = 'create';
  switch (creation.state) {
    case 'creating':
      return { id, state: 'active', ...wordsWhile(creation.operation), ...sinceOf(creation.operation) };
    case 'refused':
      return { id, label: 'The connector was not created', state: 'failed' };
    case 'absent':
      return { id, label: 'The request never took effect', state: 'failed' };
    case 'needs-review':
      return { id, label: 'It is not known whether it was created', state: 'failed' };
    default:
      return {
        id,
        label: 'Connector created',
        state: 'done',
        ...(creation.adopted && { detail: 'found by reading the gateway' }),
      };
  }
}

function wordsWhile(operation: Operation | undefined): Pick<ProgressStep, 'label' | 'detail'> {
  if (operation?.state === 'sent') return { label: 'Waiting for the gateway’s answer' };
  if (operation?.state === 'unknown') {
    return { label: 'Checking with the gateway whether it was created', detail: operation.problem?.message };
  }
  return { label: 'Sending to the gateway' };
}

function sinceOf(operation: Operation | undefined) {
  return operation === undefined ? {} : { startedAt: operation.requestedAt };
}

function runOf(cloud: Cloud) {
  return [
    { id: 'pending', label: 'Marked to run' },
    { id: 'queued', label: 'Queued at the gateway' },
    { id: 'running', label: cloud === 'azure' ? 'Reading the tenant' : 'Reading the organization' },
    { id: 'finished', label: 'First run finished' },
  ] as const;
}

function runPhases(creation: Creation): ProgressStep[] {
  if (creation.state === 'finished') {
    const last = creation.errors
      ? {
          label: 'First run ended with errors',
          state: 'failed' as const,
          detail: 'They are listed under Last job.',
        }
      : { state: 'done' as const };
    return runOf(creation.cloud).map((phase) => ({
      ...phase,
      state: 'done',
      ...(phase.id === 'finished' && last),
    }));
  }
  if (creation.state === 'run-refused') {
    return runOf(creation.cloud).map((phase, index) => ({
      ...phase,
      state: index === 0 ? 'failed' : 'skipped',
    }));
  }
  if (creation.state !== 'created' || creation.run === null) return [];
  const { connector, since, unclear } = creation.run;
  const at = activePhase(connector);
  return runOf(creation.cloud).map((phase, index) => ({
    ...phase,
    state: index < at ? 'done' : index === at ? 'active' : 'todo',
    ...(index === at && { startedAt: since }),
    ...(index === 0 &&
      at === 0 &&
      unclear !== null && { label: 'Checking with the gateway whether the run began', detail: unclear }),
    ...(index === at && connector?.state === 'unknown' && { detail: connector.stateText }),
  }));
}

/** A word of the gateway that the console does not know counts as running: the run was asked for and has not ended. */
function activePhase(connector: Connector | undefined): number {
  if (connector === undefined || connector.state === 'pending') return 0;
  return connector.state === 'queued' ? 1 : 2;
}
