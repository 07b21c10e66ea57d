/** What a 409 without a reason means: a name that is taken, a member that is attached already, or a call limit, by the call it answers. */
import { expect, test } from 'vitest';
import type { ConnectorGateway } from '../../../ports/connector-gateway.ts';
import type { GatewayErrorKind } from '../../../ports/gateway-error.ts';
import { Secret } from '../../../ports/secret.ts';
import { sampleAwsSpec } from '../../../test-bench/connected-console.ts';
import { connect, startFakeGateway } from '../test-bench/fake-gateway.ts';
import { gatewayErrorOf } from '../test-bench/gateway-error-of.ts';
import { sampleSpec } from '../test-bench/sample-spec.ts';

const id = '406118';
const uuid = '7c2e91d4-5a6b-4c3d-8e9f-9e6c5b7a8d2f';
const secret = new Secret('azure-secret');
const externalIds = { externalId: new Secret('external-id'), memberExternalId: new Secret('member-id') };
const unreported = { apps: [], autoActivateCV: null, runEvery: null, memberRunEvery: null };
const { tenantId, applicationId } = sampleSpec;
const { name: connectorName, partition, baseAccountId, roleArn } = sampleAwsSpec;
const awsTest = { connectorName, partition, baseAccountId, roleArn, externalId: externalIds.externalId };

type Call = (gateway: ConnectorGateway) => Promise<unknown>;
const calls: [GatewayErrorKind, string, Call][] = [
  ['conflict', 'A3', (gateway) => gateway.createAzure(sampleSpec, secret)],
  ['conflict', 'A4', (gateway) => gateway.editAzure({ id, spec: sampleSpec, unreported }, secret)],
  ['conflict', 'W2', (gateway) => gateway.createAws(sampleAwsSpec, externalIds)],
  ['conflict', 'W5', (gateway) => gateway.editAws({ id, spec: sampleAwsSpec, unreported }, externalIds)],
  ['in-the-way', 'A11', (gateway) => gateway.attachAzureMember('1', id)],
  ['in-the-way', 'W10', (gateway) => gateway.attachAwsMember(uuid, id)],
  ['rate-limited', 'A1', (gateway) => gateway.testAzure({ tenantId, applicationId, secretValue: secret })],
  ['rate-limited', 'W1', (gateway) => gateway.testAws(awsTest)],
  ['rate-limited', 'A7', (gateway) => gateway.runConnector('azure', id)],
  ['rate-limited', 'W6', (gateway) => gateway.runConnector('aws', id)],
  ['rate-limited', 'A10', (gateway) => gateway.setEnabled('azure', id, true)],
  ['rate-limited', 'W7', (gateway) => gateway.setEnabled('aws', id, true)],
  ['rate-limited', 'A12', (gateway) => gateway.detachAzureMembers([id])],
  ['rate-limited', 'W8', (gateway) => gateway.detachAwsMember(id)],
  ['rate-limited', 'A16', (gateway) => gateway.deleteConnector('azure', id)],
  ['rate-limited', 'W9', (gateway) => gateway.deleteConnector('aws', id)],
  ['rate-limited', 'A5', (gateway) => gateway.listConnectors('azure')],
];

test.each(calls)('FLT-10 a 409 without a reason is %s for the call %s', async (kind, operation, call) => {
  await using fake = await startFakeGateway(() => ({ status: 409, body: 'CONFLICT' }));
  const made: string[] = [];
  await using console = connect(fake, { onCall: (one) => made.push(one.operation) });

  const error = await gatewayErrorOf(call(console.gateway));

  expect(error).toMatchObject({ kind, acted: 'no' });
  expect(error.note !== null).toBe(kind === 'rate-limited');
  expect(made).toContain(operation);
});
