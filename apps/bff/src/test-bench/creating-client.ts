/** For tests of changes: creates connectors of the samples as a person does, and waits for what comes of an operation. */
import {
  type AwsConnectionTest,
  type AwsConnectorSpec,
  type AzureConnectorSpec,
  endpoints,
  type Operation,
} from '@console/console-contract';
import {
  type ConnectedConsole,
  sampleAwsSpec,
  sampleExternalIds,
  sampleSecret,
  sampleSpec,
} from './connected-console.ts';

export type AzureFacts = Partial<AzureConnectorSpec> & { keepSecret?: boolean };

export function creatingClient(client: ConnectedConsole) {
  const workspace = client.workspace.id;
  return { createAzure, testAws, createAws, onboardAws, settled: client.settled };

  function createAzure(name: string, { keepSecret = false, ...facts }: AzureFacts = {}): Promise<Operation> {
    const spec = { ...sampleSpec, name, ...facts };
    const body = { ...asked(), spec, secretValue: sampleSecret, keepSecret };
    return client.ask(endpoints.createAzureConnector, { params: { workspace }, body });
  }

  function testAws(connectorName: string, facts: Partial<AwsConnectorSpec> = {}): Promise<AwsConnectionTest> {
    const { partition, baseAccountId, roleArn } = { ...sampleAwsSpec, ...facts };
    const { externalId } = sampleExternalIds;
    const body = { connectorName, partition, baseAccountId, roleArn, externalId };
    return client.ask(endpoints.testAwsConnection, { params: { workspace }, body });
  }

  /** Without the test that the gateway wants before it. */
  function createAws(name: string, facts: Partial<AwsConnectorSpec> = {}): Promise<Operation> {
    const body = { ...asked(), spec: { ...sampleAwsSpec, name, ...facts }, ...sampleExternalIds };
    return client.ask(endpoints.createAwsConnector, { params: { workspace }, body });
  }

  async function onboardAws(name: string, facts: Partial<AwsConnectorSpec> = {}): Promise<Operation> {
    await testAws(name, facts);
    return createAws(name, facts);
  }
}

function asked() {
  return { idempotencyKey: crypto.randomUUID(), runNow: false, draftId: null };
}
