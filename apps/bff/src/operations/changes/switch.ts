/** A10 and W7: enabling and disabling. Their answers can lie, so only reading again tells. */
import type { Change } from '../change.ts';
import { notSwitched } from '../problems.ts';
import type { Target } from '../requests.ts';

export function switchOf({ cloud, id }: Target, enabled: boolean): Change {
  return {
    async write(gateway) {
      await gateway.setEnabled(cloud, id, enabled);
      return { kind: 'accepted' };
    },
    async look(gateway) {
      const connector = await gateway.readConnector(cloud, id);
      return connector.enabled === enabled ? { kind: 'happened', connector } : { kind: 'nothing-yet' };
    },
    missing: () => ({ state: 'absent', problem: notSwitched(enabled) }),
  };
}
