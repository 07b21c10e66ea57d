/** A3, A4, A6 and A16: creating, editing, reading and deleting a tenant connector. */
import { AzureConnectorBody, isUuid } from '@console/gateway-contract';
import { hashOf } from '../control/journal.ts';
import type { Call, Handler } from '../http/call.ts';
import { badRequest, json, notFound, type Reply, unauthorized } from '../http/reply.ts';
import { azureDetail } from '../wire/connector.ts';
import { drawsFor } from '../world/random.ts';
import { startRun } from '../world/runs.ts';
import { laterTroubleOf, refusalOf } from '../world/test-jobs.ts';
import { type AzureConnector, takeId } from '../world/world.ts';
import { azureConnector, refuseBeyondLicence, refuseTakenName } from './find.ts';
import { detachMembersOf } from './members.ts';

export const createAzure: Handler = (call) => {
  const body = call.body(AzureConnectorBody);
  refuseImpossible(body);
  refuseTakenName(call, 'azure', body.name);
  refuseBeyondLicence(call);
  const connector = newConnector(call, body);
  call.world.connectors.set(connector.id, connector);
  return json(azureDetail(call.world, connector));
};

export const editAzure: Handler = (call) => {
  const connector = connectorByEitherId(call);
  const body = call.body(AzureConnectorBody);
  refuseImpossible(body);
  refuseChangeOfFixedFields(connector, body);
  Object.assign(connector, changeableFields(body), {
    lastSynced: call.now,
    lastSuccessfulSync: call.now,
    nextSync: call.now + daysInMinutes(body.orgRunFrequency) * 60_000,
  });
  // The status samples show an edited connector synced within a second of its edit: an edit runs it.
  startRun(call.world, connector, call.now, call.settings);
  return json(azureDetail(call.world, connector));
};

export const readAzure: Handler = (call) =>
  json(azureDetail(call.world, azureConnector(call, call.id('id'))));

/** What this call answers is documented nowhere: the simulator answers nothing. */
export const deleteAzure: Handler = (call): Reply => {
  const connector = azureConnector(call, call.id('id'));
  detachMembersOf(call.world, connector.id);
  call.world.connectors.delete(connector.id);
  return { status: 204, contentType: 'application/json', text: '' };
};

function newConnector(call: Call, body: AzureConnectorBody): AzureConnector {
  const id = takeId(call.world);
  return {
    ...changeableFields(body),
    cloud: 'azure',
    id,
    uuid: drawsFor('connector', call.world.seed, id).uuid(),
    organizationId: drawsFor('directory', body.tenantId).uuid(),
    name: body.name,
    tenantName: body.tenantName,
    tenantId: body.tenantId,
    applicationId: body.applicationId,
    secretHash: hashOf(body.secretValue),
    trouble: laterTroubleOf(body.secretValue),
    prefix: body.connectorPrefixName,
    state: 'PENDING',
    // The samples show both at the time of creation, as if the connector had synced.
    lastSynced: call.now,
    lastSuccessfulSync: call.now,
    nextSync: call.now + daysInMinutes(body.orgRunFrequency) * 60_000,
    lastError: null,
    lastJobErrors: [],
    disabled: false,
  };
}

function changeableFields(body: AzureConnectorBody) {
  return {
    description: body.description ?? null,
    apps: body.connectorAppInfos.map(({ name, identifier, tagId }) => ({ name, identifier, tagId })),
    remediation: body.isRemediationEnabled ?? false,
    orgMinutes: daysInMinutes(body.orgRunFrequency),
    memberMinutes: daysInMinutes(body.connectorRunFrequency),
    included: body.includedMem ?? [],
    excluded: body.excludedMem ?? [],
    createsMembers: body.isCreateConnectorForNewSubscriptionsAutomatically ?? false,
    disablesMembers: body.isDisableConnectorsForDeletedManagementGroups ?? false,
    activate: {
      cv: body.autoActivateCV ?? false,
      certView: body.autoActivateCertView ?? false,
      pc: body.autoActivatePC ?? false,
      sca: body.autoActivateSCA ?? false,
      vm: body.autoActivateVM ?? false,
    },
    defaultTagIds: body.defaultTagIds ?? [],
  };
}

type Frequency = { hours: number; minutes: number };

/** Since Connector 2.14 the gateway rounds up to whole days. */
function daysInMinutes({ hours, minutes }: Frequency): number {
  return Math.ceil((hours * 60 + minutes) / 1_440) * 1_440;
}

function refuseImpossible(body: AzureConnectorBody): void {
  for (const field of ['tenantId', 'applicationId'] as const) {
    if (!isUuid(body[field])) throw badRequest(`Invalid value for field "${field}": not a UUID.`);
  }
  for (const field of ['orgRunFrequency', 'connectorRunFrequency'] as const) {
    const minutes = daysInMinutes(body[field]);
    if (minutes < 1_440 || minutes > 7 * 1_440) {
      throw badRequest(`Invalid value for field "${field}": must be between 1 and 7 days.`);
    }
  }
  if (body.autoActivatePC && body.autoActivateSCA) {
    throw badRequest('Invalid value for field "autoActivateSCA": PC and SCA cannot both be activated.');
  }
  const refused = refusalOf(body) !== null || body.secretValue.startsWith('refused~');
  if (refused) throw unauthorized();
}

function refuseChangeOfFixedFields(connector: AzureConnector, body: AzureConnectorBody): void {
  const fixed: [string, boolean][] = [
    ['name', connector.name === body.name],
    ['tenantId', connector.tenantId === body.tenantId],
    ['tenantName', connector.tenantName === body.tenantName],
    ['applicationId', connector.applicationId === body.applicationId],
    ['connectorPrefixName', connector.prefix === body.connectorPrefixName],
    ['secretValue', connector.secretHash === null || connector.secretHash === hashOf(body.secretValue)],
    ['connectorAppInfos.identifier', body.connectorAppInfos.every((app) => keepsIdentifier(connector, app))],
  ];
  const changed = fixed.find(([, isSame]) => !isSame);
  if (changed) throw badRequest(`The field "${changed[0]}" cannot be edited.`);
}

function keepsIdentifier({ apps }: AzureConnector, app: { name: string; identifier: string }): boolean {
  const before = apps.find(({ name }) => name === app.name);
  return before === undefined || before.identifier === app.identifier;
}

/** The Azure document's path shows a UUID where its table says id: both are taken. */
function connectorByEitherId(call: Call): AzureConnector {
  const given = call.param('id');
  if (!isUuid(given)) return azureConnector(call, call.id('id'));
  const found = [...call.world.connectors.values()].find(({ uuid }) => uuid === given.toLowerCase());
  if (found?.cloud !== 'azure') throw notFound(`The organization connector ${given}`);
  return found;
}
