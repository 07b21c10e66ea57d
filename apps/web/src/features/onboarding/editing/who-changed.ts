import { type Operation, operationEndpoints } from '@console/console-contract';
import type { ConnectorAddress } from '../../../shared/connectors/connector-address.ts';
import { call } from '../../../shared/console/console-client.ts';
import { hasHappened } from '../../../shared/operations/operation-queries.ts';

export type Author = { name: string; at: string };

/** Which user changed the connector through this console since `since`; `null` when none did, or when that cannot be read now. */
export async function readAuthor(address: ConnectorAddress, since: string): Promise<Author | null> {
  try {
    const { workspace } = address;
    const { operations } = await call(operationEndpoints.listOperations, { params: { workspace } });
    return authorOf(operations, address, since);
  } catch {
    // The versions are shown all the same: who made theirs is the smaller part.
    return null;
  }
}

/** The newest change that can have made another version: a run or a change of members makes none. */
export function authorOf(
  operations: readonly Operation[],
  { cloud, id }: Pick<ConnectorAddress, 'cloud' | 'id'>,
  since: string,
): Author | null {
  const made = operations
    .filter((one) => one.kind === 'edit-connector' && one.cloud === cloud && one.connectorId === id)
    .filter((one) => hasHappened(one) && settledAt(one) >= Date.parse(since))
    .sort((one, other) => settledAt(other) - settledAt(one));
  const [newest] = made;
  return newest ? { name: newest.requestedBy, at: newest.settledAt ?? newest.requestedAt } : null;
}

function settledAt({ settledAt, requestedAt }: Operation): number {
  return Date.parse(settledAt ?? requestedAt);
}
