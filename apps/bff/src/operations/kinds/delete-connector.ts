/** A16 and W9. What matters is that the connector is gone: a gateway that does not know it any more has done it. */
import { GatewayError } from '../../ports/gateway-error.ts';
import { Refusal } from '../../ports/refusal.ts';
import { notDeleted } from '../problems.ts';
import type { Kind, KindForMany } from './kind.ts';
import { readIfThere } from './lookups.ts';

export const deleteConnector: Kind<'delete-connector'> & KindForMany<'delete-connector'> = {
  /** The name only confirms which connector is meant. */
  identity: ({ workspaceId, cloud, id }) => ({ workspaceId, cloud, id }),

  /** The name is typed once more: a connector that was renamed meanwhile is not the one that was meant. */
  async prepare({ workspaceId, cloud, id, name }, { readConnector }) {
    const { connector, source } = await readConnector(workspaceId, cloud, id);
    if (source !== 'gateway') throw nameUnsure();
    if (connector.name !== name) throw otherName(connector.name);
    return { connector, request: deleteConnector.itemOf(connector) };
  },
  itemOf: () => ({ kind: 'delete-connector' }),

  change: (_, { cloud, id }) => ({
    async write(gateway) {
      try {
        await gateway.deleteConnector(cloud, id);
      } catch (error) {
        if (!(error instanceof GatewayError) || error.kind !== 'not-found') throw error;
      }
      return { kind: 'accepted' };
    },
    async look(gateway) {
      const connector = await readIfThere(() => gateway.readConnector(cloud, id));
      return connector === null ? { kind: 'happened', connector } : { kind: 'nothing-yet' };
    },
    missing: () => ({ state: 'absent', problem: notDeleted }),
  }),

  apply: (_, { address: { workspaceId, cloud, id } }, effects) => effects.markDeleted(workspaceId, cloud, id),
};

/** A name that is only stored may be another connector's by now. */
function nameUnsure(): Refusal {
  return new Refusal('gateway-unavailable', 'The gateway does not say now what this connector is called.', {
    kept: 'Nothing was sent; the connector was not changed.',
    next: 'Try again in a moment.',
    retryAfter: 5,
  });
}

function otherName(name: string): Refusal {
  return new Refusal('conflict', `The connector is called “${name}” now, which is not what was typed.`, {
    kept: 'Nothing was sent; the connector was not changed.',
    next: 'Make sure that it is the connector you mean, then type its name again.',
    fields: { name: 'This is not the connector’s name.' },
  });
}
