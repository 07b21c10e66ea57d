/** A8, A9 and W13: what there is to cover. Known only after a test has looked. */
import { ManagementGroupsRequest, OrganizationalUnitsRequest } from '@console/gateway-contract';
import { type Call, type Handler, pageRequest } from '../http/call.ts';
import { badRequest, json } from '../http/reply.ts';
import { wirePage } from '../wire/page.ts';
import { groupsOfTenant } from '../world/management-groups.ts';
import { type Unit, unitsOfRoot } from '../world/organizational-units.ts';
import { drawsFor } from '../world/random.ts';
import { tenantKey } from '../world/test-jobs.ts';
import { azureConnector } from './find.ts';

/** Before a test of the same tenant and application has completed, the page is empty. */
export const listGroups: Handler = (call) => {
  const request = call.body(ManagementGroupsRequest);
  const isKnown = call.world.knownTenants.has(tenantKey(request));
  const groups = isKnown ? groupsOfTenant(call.world.seed, request.tenantId.toLowerCase()) : [];
  return json(wirePage(groups, pageRequest(request, 'azure'), (group) => group, 'rows'));
};

export const readGroups: Handler = (call) => {
  const { included, excluded } = azureConnector(call, call.id('id'));
  return json({ includedMembers: included, excludedMembers: excluded });
};

/** Before a test under the connector's name has succeeded, the page is empty. `numberOfElements` counts all units. */
export const listUnits: Handler = (call) => {
  const { connectorName, rootId, offset = 0, limit = 100 } = call.body(OrganizationalUnitsRequest);
  if (!/^r-[0-9a-z]{4,32}$/.test(rootId))
    throw badRequest('Invalid value for field "rootId": not a root id.');
  const isKnown = call.world.testedNames.has(connectorName);
  if (isKnown) call.world.testedNames.set(connectorName, rootId);
  const units = isKnown ? unitsOfRoot(call.world.seed, rootId) : [];
  const pageSize = Math.min(limit, 1_000);
  const start = call.settings.ouListPaging === 'page' ? offset * pageSize : offset;
  const rows = units.slice(start, start + pageSize).map((unit) => wireUnit(call, rootId, unit));
  const hasNext = start + rows.length < units.length && rows.length > 0;
  return json({
    currentPage: Math.floor(start / pageSize),
    currentPageSize: pageSize,
    totalPages: Math.ceil(units.length / pageSize),
    numberOfElements: units.length,
    content: rows,
    hasContent: rows.length > 0,
    hasNext,
    hasPrevious: start > 0,
    first: start === 0,
    last: !hasNext,
  });
};

function wireUnit({ world }: Call, rootId: string, { id, name, path }: Unit) {
  return {
    id: drawsFor('unit record', id).uuid(),
    ouId: id,
    ouName: name,
    ouPath: path,
    rootId,
    customerId: world.customerId,
    userId: world.userUuid,
  };
}
