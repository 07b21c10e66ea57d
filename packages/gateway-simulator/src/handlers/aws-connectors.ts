/** W2, W4, W5 and W9: creating, reading, editing and deleting an organization connector. */
import { AwsCreateRequest, AwsEditRequest } from '@console/gateway-contract';
import type { Call, Handler } from '../http/call.ts';
import { badRequest, json } from '../http/reply.ts';
import { awsDetail, awsFullDetail } from '../wire/connector.ts';
import { accountOf } from '../world/provider-errors.ts';
import { drawsFor } from '../world/random.ts';
import { startRun } from '../world/runs.ts';
import { type AwsConnector, takeId } from '../world/world.ts';
import { refuseUnusableRole } from './connections.ts';
import { awsConnector, refuseBeyondLicence, refuseTakenName } from './find.ts';
import { detachMembersOf } from './members.ts';

/** Answers with the request, and without the new connector's id. */
export const createAws: Handler = (call) => {
  const body = call.body(AwsCreateRequest);
  refuseImpossible(body);
  if (!call.world.testedNames.has(body.name)) {
    throw badRequest('A successful test connection is required before the connector can be created.');
  }
  refuseTakenName(call, 'aws', body.name);
  refuseBeyondLicence(call);
  const connector = newConnector(call, body);
  call.world.connectors.set(connector.id, connector);
  return json(body);
};

export const readAws: Handler = (call) => json(awsDetail(call.world, awsConnector(call, call.id('id'))));

export const editAws: Handler = (call) => {
  const connector = awsConnector(call, call.id('id'));
  const body = call.body(AwsEditRequest);
  refuseImpossible(body);
  if (body.name !== connector.name) refuseTakenName(call, 'aws', body.name);
  if (body.connectorPrefixName !== connector.prefix) {
    throw badRequest('The field "connectorPrefixName" cannot be edited.');
  }
  Object.assign(connector, writtenFields(body, connector), {
    lastSynced: call.now,
    lastSuccessfulSync: call.now,
    nextSync: call.now + minutesOf(body.orgRunFrequency, connector.orgMinutes) * 60_000,
  });
  startRun(call.world, connector, call.now, call.settings);
  return json(awsFullDetail(call.world, connector));
};

export const deleteAws: Handler = (call) => {
  const connector = awsConnector(call, call.id('id'));
  detachMembersOf(call.world, connector.id);
  call.world.connectors.delete(connector.id);
  return json('Successfully Deleted');
};

const fourHours = 240;

function newConnector(call: Call, body: AwsCreateRequest): AwsConnector {
  const id = takeId(call.world);
  const written = writtenFields(body, null);
  return {
    ...written,
    cloud: 'aws',
    id,
    uuid: drawsFor('connector', call.world.seed, id).uuid(),
    organizationId: rootOf(call, body),
    description: null,
    prefix: body.connectorPrefixName ?? '',
    createsMembers: false,
    disablesMembers: false,
    state: 'PENDING',
    lastSynced: call.now,
    lastSuccessfulSync: call.now,
    nextSync: call.now + written.orgMinutes * 60_000,
    lastError: null,
    lastJobErrors: [],
    disabled: false,
  };
}

/** What a request sets; where it leaves something out, what was there before stays, or the gateway's defaults hold. */
function writtenFields(body: AwsEditRequest | AwsCreateRequest, before: AwsConnector | null) {
  return {
    name: body.name,
    apps: body.connectorAppInfos.map(({ name, identifier }) => ({ name, identifier, tagId: null })),
    remediation: body.isRemediationEnabled ?? before?.remediation ?? false,
    orgMinutes: minutesOf(body.orgRunFrequency, before?.orgMinutes ?? fourHours),
    memberMinutes: minutesOf(body.connectorRunFrequency, before?.memberMinutes ?? fourHours),
    included: body.includedMem ?? before?.included ?? [],
    excluded: body.excludedMem ?? before?.excluded ?? [],
    activate: {
      ...{ cv: false, certView: false, pc: false, sca: false, vm: false },
      ...before?.activate,
      ...(body.autoActivateVM === undefined ? {} : { vm: body.autoActivateVM }),
    },
    defaultTagIds: body.defaultTagIds ?? before?.defaultTagIds ?? [],
    externalId: body.externalId,
    memberExternalId: body.memberExternalId ?? before?.memberExternalId ?? '',
    baseAwsAccountId: body.baseAwsAccountId ?? before?.baseAwsAccountId ?? '',
    arn: body.arn,
    isGovCloudConfigured: body.isGovCloudConfigured,
    isAllRegions: body.isAllRegions ?? before?.isAllRegions ?? false,
    isCiRegionAll: body.isCiRegionAll ?? before?.isCiRegionAll ?? false,
    isCPSEnabled: body.isCPSEnabled ?? before?.isCPSEnabled ?? false,
    // A role so named passes its test and is revoked before the first run; see misbehaving.md.
    trouble: body.arn.includes('revoked') ? ('role-revoked' as const) : (before?.trouble ?? null),
  };
}

/** No request names the root: it is read from a unit in the scope, else from the last listing of units under this name. */
function rootOf({ world }: Call, { name, includedMem = [], arn }: AwsCreateRequest): string {
  const unit = includedMem
    .map((id) => /^(?:ou-([0-9a-z]+)-|(r-[0-9a-z]+)$)/.exec(id))
    .find((found) => found !== null);
  if (unit) return unit[2] ?? `r-${unit[1]}`;
  return world.testedNames.get(name) ?? `r-${drawsFor('root', accountOf(arn)).code(4)}`;
}

function minutesOf(frequency: { hours: number; minutes: number } | undefined, otherwise: number): number {
  return frequency ? frequency.hours * 60 + frequency.minutes : otherwise;
}

function refuseImpossible(body: AwsEditRequest | AwsCreateRequest): void {
  refuseUnusableRole(body.arn);
  for (const field of ['orgRunFrequency', 'connectorRunFrequency'] as const) {
    const minutes = minutesOf(body[field], fourHours);
    if (minutes < 60 || minutes > 1_440) {
      throw badRequest(`Invalid value for field "${field}": must be between 1 and 24 hours.`);
    }
  }
  if (body.isCPSEnabled && !body.autoActivateVM) {
    throw badRequest(
      'Invalid value for field "isCPSEnabled": cloud perimeter scans need VM to be activated.',
    );
  }
}
