/**
 * A3 and W2. Azure's answer names the connector; when that is lost, it is looked for by its name, tenant and application. The answer of
 * AWS has no id, so there the connector is always found by its name.
 */
import type { AwsConnectorSpec, AzureConnectorSpec, Connector } from '@console/console-contract';
import { notCreated, notListed } from '../problems.ts';
import type { RequestOf } from '../tables.ts';
import { settleCredentials } from './credentials.ts';
import type { Change, Kind } from './kind.ts';
import { findNamed, findNearlyNamed, refuseTakenName } from './lookups.ts';
import { runConnector } from './run-connector.ts';

export const createConnector: Kind<'create-connector'> = {
  identity(received, fingerprint) {
    const { workspaceId, cloud, spec, runNow, draftId } = received;
    const same = { workspaceId, cloud, spec, runNow, draftId };
    if (received.cloud === 'azure') {
      return { ...same, fingerprint: fingerprint(received.secretValue), keepSecret: received.keepSecret };
    }
    const ids = `${fingerprint(received.externalId)} ${fingerprint(received.memberExternalId)}`;
    return { ...same, fingerprint: ids, keepSecret: false };
  },

  async prepare(received) {
    const { spec, runNow, draftId } = received;
    const connector = { id: null, name: spec.name };
    const shared = { kind: 'create-connector', runNow, draftId } as const;
    if (received.cloud === 'azure') {
      const { cloud, secretValue, keepSecret } = received;
      return {
        connector,
        request: { ...shared, cloud, spec: received.spec, keepSecret },
        secrets: { secretValue },
      };
    }
    const { cloud, externalId, memberExternalId } = received;
    const secrets = { externalId, memberExternalId };
    return { connector, request: { ...shared, cloud, spec: received.spec }, secrets };
  },

  change: (request) => (request.cloud === 'azure' ? onAzure(request) : onAws(request)),

  async apply(request, { address, connector, credentials }, effects) {
    if (connector !== null) {
      await effects.saveCreated(address.workspaceId, connector, request.spec);
      if (request.draftId !== null) await effects.discardDraft(address.workspaceId, request.draftId);
    }
    await settleCredentials(request, { address, credentials, effects });
  },
  /** *Run it now*: a run of its own, asked for by the same user in the same breath. */
  followUp: ({ runNow }, connector) => (runNow ? runConnector.itemOf(connector) : null),
};

type Creation<Cloud> = Extract<RequestOf<'create-connector'>, { cloud: Cloud }>;

function onAzure({ cloud, spec }: Creation<'azure'>): Change {
  const named = { cloud, name: spec.name };
  return {
    check: (gateway) => refuseTakenName(gateway, named),
    async write(gateway, credentials) {
      if (credentials === null || !('secretValue' in credentials)) {
        throw new Error('An Azure connector cannot be created without its secret.');
      }
      return { kind: 'done', connector: await gateway.createAzure(spec, credentials.secretValue) };
    },
    look: (gateway) => findNamed(gateway, named, (detail) => isOfAzure(spec, detail)),
    near: (gateway) => findNearlyNamed(gateway, named, (detail) => isOfAzure(spec, detail)),
    missing: () => ({ state: 'absent', problem: notCreated }),
  };
}

function onAws({ cloud, spec }: Creation<'aws'>): Change {
  const named = { cloud, name: spec.name };
  return {
    check: (gateway) => refuseTakenName(gateway, named),
    async write(gateway, credentials) {
      if (credentials === null || !('externalId' in credentials)) {
        throw new Error('An AWS connector cannot be created without its external ids.');
      }
      await gateway.createAws(spec, credentials);
      return { kind: 'accepted' };
    },
    look: (gateway) => findNamed(gateway, named, (detail) => isOfAws(spec, detail)),
    near: (gateway) => findNearlyNamed(gateway, named, (detail) => isOfAws(spec, detail)),
    missing: (accepted) =>
      accepted ? { state: 'needs-review', problem: notListed } : { state: 'absent', problem: notCreated },
  };
}

function isOfAzure(spec: AzureConnectorSpec, detail: Connector): boolean {
  if (detail.cloud !== 'azure') return false;
  return same(detail.tenantId, spec.tenantId) && same(detail.applicationId, spec.applicationId);
}

/** What the gateway leaves out cannot speak against it. */
function same(reported: string | null, received: string): boolean {
  return reported === null || reported.toLowerCase() === received.toLowerCase();
}

/** The detail leaves out the role, so only a role that is told can speak against it. */
function isOfAws(spec: AwsConnectorSpec, detail: Connector): boolean {
  return detail.cloud === 'aws' && (detail.roleArn === null || detail.roleArn === spec.roleArn);
}
