import { expect, test } from 'vitest';
import type { ConnectorGateway } from '../../../ports/connector-gateway.ts';
import { Secret } from '../../../ports/secret.ts';
import { connect, startFakeGateway } from '../test-bench/fake-gateway.ts';
import { gatewayErrorOf } from '../test-bench/gateway-error-of.ts';
import { sampleSpec } from '../test-bench/sample-spec.ts';

const hostile = [
  ...[
    '..',
    '.',
    '%2e%2e',
    'a/../x',
    '\t..',
    '1;x',
    '1?x=1',
    '1#',
    '１２',
    '1e3',
    '-1',
    '9223372036854775808',
  ],
  ...['[]', '{}', '', ' 1', '1\n', '0', '1/2', '\u0000'],
];

const unreported = { apps: [], autoActivateCV: null, runEvery: null, memberRunEvery: null };

const byId: Record<string, (gateway: ConnectorGateway, id: string) => Promise<unknown>> = {
  A2: (gateway, id) => gateway.readAzureTest(id),
  A4: (gateway, id) =>
    gateway.editAzure({ id, spec: sampleSpec, unreported }, new Secret('azure-secret-canary')),
  A6: (gateway, id) => gateway.readConnector('azure', id),
  A7: (gateway, id) => gateway.runAzure([id]),
  A9: (gateway, id) => gateway.readAzureScope(id),
  A10: (gateway, id) => gateway.setAzureEnabled([id], false),
  A11: (gateway, id) => gateway.attachAzureMember(id, '1'),
  'A11, the other id': (gateway, id) => gateway.attachAzureMember('1', id),
  A12: (gateway, id) => gateway.detachAzureMembers([id]),
  A13: (gateway, id) => gateway.listAzureTargets(id),
  A14: (gateway, id) => gateway.listAzureMembers(id),
  A15: (gateway, id) => gateway.readLastJob('azure', id),
  A16: (gateway, id) => gateway.deleteConnector('azure', id),
  W4: (gateway, id) => gateway.readConnector('aws', id),
  'A6, for an edit': (gateway, id) => gateway.readAzureForEdit(id),
  'W4, for an edit': (gateway, id) => gateway.readAwsForEdit(id),
  W11: (gateway, id) => gateway.listAwsTargets(id),
  W12: (gateway, id) => gateway.readLastJob('aws', id),
};

test.each(Object.entries(byId))('INJ-02 %s never dials with what is no id', async (_operation, ask) => {
  await using fake = await startFakeGateway(() => ({}));
  await using console = connect(fake);

  for (const id of hostile) {
    const error = await gatewayErrorOf(ask(console.gateway, id));
    expect(error).toMatchObject({ kind: 'rejected', acted: 'no' });
  }
  expect(fake.journal).toEqual([]);
});
