/** The AWS half of the gateway: W1, W2, W4 for an edit, W5, W8, W10, W11, W13. What Azure offers as well stands in `both-clouds.ts`. */
import { gatewayOperations } from '@console/gateway-contract';
import type { ConnectorGateway } from '../../ports/connector-gateway.ts';
import { GatewayError } from '../../ports/gateway-error.ts';
import type { GatewayCall } from './calls/gateway-call.ts';
import { detailOf } from './calls/scrub.ts';
import { readOrganizationalUnits } from './lists/organizational-units.ts';
import { pageSize, readEveryPage } from './lists/paging.ts';
import { reportedAws, toAwsBody } from './mapping/aws-fields.ts';
import { mapRows } from './mapping/map-rows.ts';
import { toTarget } from './mapping/to-connector.ts';
import { toMember } from './mapping/to-member.ts';

type AwsHalf = Pick<
  ConnectorGateway,
  | 'testAws'
  | 'createAws'
  | 'readAwsForEdit'
  | 'editAws'
  | 'listOrganizationalUnits'
  | 'listAwsTargets'
  | 'attachAwsMember'
  | 'detachAwsMember'
>;

const { W1, W2, W4, W5, W8, W10, W11, W13 } = gatewayOperations;

export function createAwsHalf(call: GatewayCall): AwsHalf {
  return { ...connectors(call), ...members(call) };
}

function connectors(
  call: GatewayCall,
): Pick<AwsHalf, 'testAws' | 'createAws' | 'readAwsForEdit' | 'editAws' | 'listOrganizationalUnits'> {
  return {
    async testAws({ connectorName, partition, baseAccountId, roleArn, externalId }) {
      const isGovCloud = partition === 'govcloud';
      const body = {
        connectorName,
        externalId: externalId.exposeSecret(),
        qualysAwsAccountId: baseAccountId,
        isGovCloud,
        isGlobalCloud: !isGovCloud,
        arn: roleArn,
      };
      const test = await call(W1, { body, secrets: [externalId] });
      // A refusal may come under HTTP 200: only the code tells.
      if (test.responseCode?.toUpperCase() === 'SUCCESS') return;
      const detail = detailOf(test.responseMessage ?? test.responseCode ?? '', [externalId]);
      throw new GatewayError('gateway-or-cloud-refused', { acted: 'no', detail, status: 200 });
    },
    async createAws(spec, externalIds) {
      await call(W2, { body: toAwsBody(spec, externalIds), secrets: Object.values(externalIds) });
    },
    async readAwsForEdit(id) {
      return reportedAws(await call(W4, { params: { id } }));
    },
    async editAws({ id, spec, unreported }, externalIds) {
      const body = toAwsBody(spec, externalIds, unreported);
      await call(W5, { params: { id }, body, secrets: Object.values(externalIds) });
    },
    async listOrganizationalUnits(connectorName, rootId) {
      return await readOrganizationalUnits((offset) =>
        call(W13, { body: { connectorName, rootId, offset, limit: pageSize } }),
      );
    },
  };
}

function members(call: GatewayCall): Pick<AwsHalf, 'listAwsTargets' | 'attachAwsMember' | 'detachAwsMember'> {
  return {
    async listAwsTargets(connectorUuid) {
      const listing = await readEveryPage(
        (pageNumber) => call(W11, { params: { connectorUuid }, query: { pageNumber, pageSize } }),
        { of: (row) => row.id },
      );
      return mapRows(listing, toTarget);
    },
    async attachAwsMember(connectorUuid, orgConnectorId) {
      return toMember(await call(W10, { params: { orgConnectorId, connectorUuid } }));
    },
    async detachAwsMember(memberId) {
      const { rows } = await call(W8, { body: { action: `DETACH ${memberId}` } });
      return rows.map(toMember).filter((member) => member !== null);
    },
  };
}
