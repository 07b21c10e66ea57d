/** A16 and W9. What matters is that the connector is gone: a gateway that does not know it any more has done it. */
import { GatewayError } from '../../ports/gateway-error.ts';
import type { Change } from '../change.ts';
import { notDeleted } from '../problems.ts';
import type { Target } from '../requests.ts';
import { readIfThere } from './find-named.ts';

export function deletionOf({ cloud, id }: Target): Change {
  return {
    async write(gateway) {
      try {
        await gateway.deleteConnector(cloud, id);
      } catch (error) {
        if (!(error instanceof GatewayError) || error.kind !== 'not-found') throw error;
      }
      return { kind: 'accepted' };
    },
    async look(gateway) {
      const connector = await readIfThere(gateway, cloud, id);
      return connector === null ? { kind: 'happened', connector } : { kind: 'nothing-yet' };
    },
    missing: () => ({ state: 'absent', problem: notDeleted }),
  };
}
