import type { Connector } from '@console/console-contract';
import { Card } from '../../../ui/layout/card.tsx';
import { type ProgressStep, ProgressSteps } from '../../../ui/status/progress-steps.tsx';

/** How far the job is, as the gateway tells it: it names phases and no percentage, so neither do we. */
export function JobProgress({ connector }: { connector: Connector }) {
  return (
    <Card title="The job under way">
      <div className="grid gap-3">
        <ProgressSteps label="Progress of the job" steps={stepsOf(connector)} />
        <p className="m-0 text-ink-3 text-sm">
          Large {connector.cloud === 'azure' ? 'tenants' : 'organizations'} take hours. You can leave this
          page: the job goes on, and the list shows how it ends.
        </p>
      </div>
    </Card>
  );
}

function stepsOf({ state, stateText, cloud }: Connector): ProgressStep[] {
  const running = state === 'running';
  return [
    {
      id: 'waiting',
      label: 'Waits for its turn at the vendor',
      state: running ? 'done' : 'active',
      detail: running ? undefined : stateText,
    },
    {
      id: 'running',
      label:
        cloud === 'azure'
          ? 'Reads the tenant and its subscriptions'
          : 'Reads the organization and its accounts',
      state: running ? 'active' : 'todo',
      detail: running ? stateText : undefined,
    },
    { id: 'ended', label: 'Ends, with or without errors', state: 'todo' },
  ];
}
