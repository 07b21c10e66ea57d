/** The AWS half of the gateway as far as it only reads: W11 and W13. Lists and details of both clouds are read in one place. */
import { gatewayOperations } from '@console/gateway-contract';
import type { ConnectorGateway } from '../../ports/connector-gateway.ts';
import type { GatewayCall } from './gateway-call.ts';
import { mapRows } from './map-rows.ts';
import { readOrganizationalUnits } from './organizational-units.ts';
import { pageSize, readEveryPage } from './paging.ts';
import { toTarget } from './to-connector.ts';

const { W11, W13 } = gatewayOperations;

export function createAwsHalf(
  call: GatewayCall,
): Pick<ConnectorGateway, 'listAwsTargets' | 'listOrganizationalUnits'> {
  return {
    async listAwsTargets(connectorUuid) {
      const listing = await readEveryPage(
        (pageNumber) => call(W11, { params: { connectorUuid }, query: { pageNumber, pageSize } }),
        (row) => row.id,
      );
      return mapRows(listing, toTarget);
    },
    async listOrganizationalUnits(connectorName, rootId) {
      return await readOrganizationalUnits((offset) =>
        call(W13, { body: { connectorName, rootId, offset, limit: pageSize } }),
      );
    },
  };
}
