import { type ConnectorState, workingStates } from '@console/console-contract';

type Runnable = { cloud: 'azure' | 'aws'; enabled: boolean | null; state: ConnectorState };

/** Why a connector cannot be run now, for the button's reason; `undefined` when it can. */
export function whyNotRunnable({ cloud, enabled, state }: Runnable): string | undefined {
  if (cloud === 'aws')
    return 'The console reads AWS connectors and cannot run them yet. Run it in the vendor’s interface.';
  if (enabled === false) return 'It is disabled: the gateway runs enabled connectors only.';
  if (workingStates.includes(state)) return 'Its job is under way already.';
  return undefined;
}
