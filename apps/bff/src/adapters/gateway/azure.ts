/** The Azure half of the gateway, without what both clouds share (`both-clouds.ts`). */
import { gatewayOperations, isJobUuid } from '@console/gateway-contract';
import type { ConnectorGateway } from '../../ports/connector-gateway.ts';
import { GatewayError } from '../../ports/gateway-error.ts';
import { unreadable } from './calls/failures.ts';
import type { GatewayCall } from './calls/gateway-call.ts';
import { plainId, plainIds } from './calls/plain-text.ts';
import { detailOf } from './calls/scrub.ts';
import { pageSize, readEveryPage } from './lists/paging.ts';
import { reportedAzure, toAzureBody } from './mapping/azure-fields.ts';
import { mapRows } from './mapping/map-rows.ts';
import { toAzureConnector, toTarget } from './mapping/to-connector.ts';
import { toTestProgress } from './mapping/to-job.ts';
import { toMember } from './mapping/to-member.ts';
import { toWireId } from './mapping/wire-ids.ts';

type AzureHalf = Pick<
  ConnectorGateway,
  | 'testAzure'
  | 'readAzureTest'
  | 'listManagementGroups'
  | 'createAzure'
  | 'readAzureForEdit'
  | 'editAzure'
  | 'runAzure'
  | 'readAzureScope'
  | 'setAzureEnabled'
  | 'attachAzureMember'
  | 'detachAzureMembers'
  | 'listAzureTargets'
  | 'listAzureMembers'
>;

const { A1, A2, A3, A4, A6, A7, A8, A9, A10, A11, A12, A13, A14 } = gatewayOperations;

export function createAzureHalf(call: GatewayCall): AzureHalf {
  return { ...onboarding(call), ...connectors(call), ...members(call) };
}

function onboarding(
  call: GatewayCall,
): Pick<AzureHalf, 'testAzure' | 'readAzureTest' | 'listManagementGroups'> {
  return {
    async testAzure({ tenantId, applicationId, secretValue }) {
      const body = { tenantId, applicationId, secretValue: secretValue.exposeSecret() };
      const test = await call(A1, { body, secrets: [secretValue] });
      // A refusal may come under HTTP 200: only the code tells.
      if (test.responseCode?.toUpperCase() !== 'SUCCESS') {
        const detail = detailOf(test.responseMessage ?? test.responseCode ?? '', [secretValue]);
        throw new GatewayError('gateway-or-cloud-refused', { acted: 'no', detail, status: 200 });
      }
      if (test.jobUuid === null || !isJobUuid(test.jobUuid))
        throw unreadable('write', 200, 'without a job to wait for');
      return { jobId: test.jobUuid };
    },
    async readAzureTest(jobUuid) {
      return toTestProgress(await call(A2, { params: { jobUuid } }));
    },
    async listManagementGroups({ tenantId, applicationId }) {
      const counts = new Map<string, number>();
      const listing = await readEveryPage(
        async (pageNumber) => {
          const page = await call(A8, { body: { tenantId, applicationId, pageSize, pageNumber } });
          countNames(counts, page.rows.map(plainId));
          return page;
        },
        // Groups are told by their names alone, and two may have the same.
        { of: plainId, mayRepeat: 'on a page' },
      );
      const alike = [...counts].filter(([, count]) => count > 1).map(([name, count]) => ({ name, count }));
      return { ...mapRows(listing, plainId), alike };
    },
  };
}

/** A page without a new name repeats the one before, and is not counted a second time. */
function countNames(counts: Map<string, number>, names: readonly string[]): void {
  if (names.every((name) => counts.has(name))) return;
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
}

function connectors(
  call: GatewayCall,
): Pick<
  AzureHalf,
  'createAzure' | 'readAzureForEdit' | 'editAzure' | 'runAzure' | 'readAzureScope' | 'setAzureEnabled'
> {
  return {
    async createAzure(spec, secretValue) {
      return toAzureConnector(
        await call(A3, { body: toAzureBody(spec, secretValue), secrets: [secretValue] }),
      );
    },
    async readAzureForEdit(id) {
      return reportedAzure(await call(A6, { params: { id } }));
    },
    async editAzure({ id, spec, unreported }, secretValue) {
      const body = toAzureBody(spec, secretValue, unreported);
      await call(A4, { params: { id }, body, secrets: [secretValue] });
    },
    async runAzure(ids) {
      const { marked } = await call(A7, { body: ids.map(toWireId) });
      return { marked };
    },
    async readAzureScope(id) {
      const { includedMembers, excludedMembers } = await call(A9, { params: { id } });
      return { included: plainIds(includedMembers), excluded: plainIds(excludedMembers) };
    },
    async setAzureEnabled(ids, enabled) {
      await call(A10, { query: { action: enabled ? 'ENABLE' : 'DISABLE' }, body: ids.map(toWireId) });
    },
  };
}

function members(
  call: GatewayCall,
): Pick<AzureHalf, 'attachAzureMember' | 'detachAzureMembers' | 'listAzureTargets' | 'listAzureMembers'> {
  return {
    async attachAzureMember(memberId, connectorId) {
      const body = { connectorId: toWireId(memberId), organizationConnectorId: toWireId(connectorId) };
      await call(A11, { body });
    },
    async detachAzureMembers(memberIds) {
      await call(A12, { body: memberIds.map(toWireId) });
    },
    async listAzureTargets(connectorId) {
      const listing = await readEveryPage(
        (pageNumber) => call(A13, { params: { connectorId }, query: { pageNumber, pageSize } }),
        { of: (row) => row.id },
      );
      return mapRows(listing, toTarget);
    },
    async listAzureMembers(id) {
      const listing = await readEveryPage(
        (pageNumber) => call(A14, { params: { id }, query: { pageNumber, pageSize } }),
        { of: (row) => row.id },
      );
      return mapRows(listing, toMember);
    },
  };
}
