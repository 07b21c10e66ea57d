/** Members of both clouds: A11 to A14, W8, W10 and W11. */
import {
  AwsDetachRequest,
  AzureAttachRequest,
  isUuid,
  NumericIdList,
  PageQuery,
} from '@console/gateway-contract';
import { type Call, type Handler, pageRequest } from '../http/call.ts';
import { badRequest, conflict, json } from '../http/reply.ts';
import { awsStatusRecord, azureStatusRecord } from '../wire/connector.ts';
import { detached, wireMember } from '../wire/member.ts';
import { wirePage } from '../wire/page.ts';
import {
  type AwsConnector,
  type AzureConnector,
  type Member,
  membersOf,
  type World,
} from '../world/world.ts';
import { awsConnector, awsMemberByUuid, azureConnector, memberById } from './find.ts';

/** Deleting a connector sets its members free; they stay. */
export function detachMembersOf(world: World, connectorId: number): void {
  for (const member of membersOf(world, connectorId)) Object.assign(member, detached);
}

/** Attaches, and answers as the sample does: with the member still detached. */
export const attachAzure: Handler = (call) => {
  const body = call.body(AzureAttachRequest);
  const member = memberById(call, body.connectorId, 'azure');
  const connector = azureConnector(call, body.organizationConnectorId);
  refuseAttached(member);
  const group = connector.included[0] ?? 'Tenant Root Group';
  attach(member, connector, `/providers/Microsoft.Management/managementGroups/${group}`);
  return json(wireMember(call, member, detached));
};

export const detachAzure: Handler = (call) => {
  const members = call.body(NumericIdList).map((id) => memberById(call, id, 'azure'));
  for (const member of members) Object.assign(member, detached);
  return json(pageOfAll(members, (member) => wireMember(call, member)));
};

export const listAzureMembers: Handler = (call) => {
  const connector = azureConnector(call, call.id('id'));
  const page = pageRequest(call.query(PageQuery), 'azure');
  const members = membersOf(call.world, connector.id);
  return json(wirePage(members, page, (member) => wireMember(call, member), 'rows'));
};

export const listAzureTargets: Handler = (call) => {
  const member = memberById(call, call.id('connectorId'), 'azure');
  const page = pageRequest(call.query(PageQuery), 'azure');
  const targets = [...call.world.connectors.values()].filter(
    (connector): connector is AzureConnector => connector.cloud === 'azure' && member.connectorId === null,
  );
  return json(wirePage(targets, page, (target) => azureStatusRecord(call.world, target), 'rows'));
};

export const attachAws: Handler = (call) => {
  const connector = awsConnector(call, call.id('orgConnectorId'));
  const member = awsMemberByUuid(call, uuidParam(call));
  refuseAttached(member);
  attach(member, connector, connector.included[0] ?? connector.organizationId);
  return json(wireMember(call, member));
};

/** Answers with a page that has no `totalPages` and a `scrollId`, as the sample does. */
export const detachAws: Handler = (call) => {
  const member = memberById(call, memberToDetach(call), 'aws');
  Object.assign(member, detached);
  const { totalPages: _left, first, last, ...page } = pageOfAll([member], (row) => wireMember(call, row));
  return json({ ...page, scrollId: null, first, last });
};

export const listAwsTargets: Handler = (call) => {
  const member = awsMemberByUuid(call, uuidParam(call));
  const page = pageRequest(call.query(PageQuery), 'aws');
  const targets = [...call.world.connectors.values()].filter(
    (connector): connector is AwsConnector => connector.cloud === 'aws' && member.connectorId === null,
  );
  return json(wirePage(targets, page, (target) => awsStatusRecord(call.world, target), 'requested'));
};

function attach(member: Member, connector: { id: number }, parentId: string): void {
  member.connectorId = connector.id;
  member.parentId = parentId;
}

function refuseAttached(member: Member): void {
  if (member.connectorId === null) return;
  throw conflict(`The connector ${member.id} is already attached to an organization connector.`);
}

function uuidParam(call: Call): string {
  const uuid = call.param('connectorUuid');
  if (!isUuid(uuid)) throw badRequest('connectorUuid is not a UUID.');
  return uuid;
}

function memberToDetach(call: Call): number {
  if (call.settings.awsActionBody === 'ids') return call.body(NumericIdList)[0] ?? 0;
  return Number(call.body(AwsDetachRequest).action.split(' ')[1]);
}

function pageOfAll<Row, Written>(rows: Row[], write: (row: Row) => Written) {
  return wirePage(rows, { pageNumber: 0, pageSize: Math.max(1, rows.length) }, write, 'rows');
}
