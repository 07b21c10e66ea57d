import type { ConnectorGateway } from '../../ports/connector-gateway.ts';

/** A14 also lists members that were detached and are remembered as such. */
export async function attachedMemberIds(
  gateway: ConnectorGateway,
  connectorId: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await gateway.listAzureMembers(connectorId);
  return new Set(rows.filter(({ attached }) => attached !== false).map(({ id }) => id));
}
