/** For tests of editing: makes connectors, opens and saves them as a person does, and changes them behind the console's back. */
import {
  type AwsConnectorSpec,
  type AwsEditing,
  type AzureConnectorSpec,
  type AzureEditing,
  endpoints,
  type Operation,
} from '@console/console-contract';
import {
  type ConnectedConsole,
  clientCredentials,
  sampleAwsSpec,
  sampleExternalIds,
  sampleSecret,
  sampleSpec,
} from './connected-console.ts';
import { type AzureFacts, creatingClient } from './creating-client.ts';

type Cloud = 'azure' | 'aws';
export type Made = { id: string; operation: Operation };

// oxlint-disable-next-line max-lines-per-function -- short errands, one below the other, over one console
export function editingClient(client: ConnectedConsole) {
  const workspace = client.workspace.id;
  const creating = creatingClient(client);
  const { settled } = creating;
  return {
    makeAzure,
    makeAws,
    openAzure,
    openAws,
    azureEdit,
    awsEdit,
    saveAzure,
    saveAws,
    settled,
    atVendor,
  };

  async function makeAzure(name: string, facts: AzureFacts = {}): Promise<Made> {
    return made(await settled(await creating.createAzure(name, facts)));
  }

  async function makeAws(name: string, facts: Partial<AwsConnectorSpec> = {}): Promise<Made> {
    return made(await settled(await creating.onboardAws(name, facts)));
  }

  async function openAzure(id: string): Promise<AzureEditing> {
    const params = { workspace, cloud: 'azure', id };
    const opened = await client.ask(endpoints.readEditing, { params });
    if (opened.cloud !== 'azure') throw new Error('An Azure connector opened as one of AWS.');
    return opened;
  }

  async function openAws(id: string): Promise<AwsEditing> {
    const params = { workspace, cloud: 'aws', id };
    const opened = await client.ask(endpoints.readEditing, { params });
    if (opened.cloud !== 'aws') throw new Error('An AWS connector opened as one of Azure.');
    return opened;
  }

  /** What is sent when a user changes some fields of what was opened; everything must be known by then. */
  function azureEdit(opened: AzureEditing, facts: Partial<AzureConnectorSpec>) {
    const spec = { ...sampleSpec, ...known(opened.values), ...facts };
    const body = { idempotencyKey: crypto.randomUUID(), version: opened.version, spec, keepSecret: false };
    return { params: { workspace, id: opened.id }, body: { ...body, secretValue: sampleSecret } };
  }

  function awsEdit(opened: AwsEditing, facts: Partial<AwsConnectorSpec>) {
    const spec = { ...sampleAwsSpec, ...known(opened.values), ...facts };
    const body = { idempotencyKey: crypto.randomUUID(), version: opened.version, spec };
    return { params: { workspace, id: opened.id }, body };
  }

  function saveAzure(opened: AzureEditing, facts: Partial<AzureConnectorSpec>): Promise<Operation> {
    return client.ask(endpoints.editAzureConnector, azureEdit(opened, facts));
  }

  function saveAws(opened: AwsEditing, facts: Partial<AwsConnectorSpec>): Promise<Operation> {
    return client.ask(endpoints.editAwsConnector, awsEdit(opened, facts));
  }

  /** One edit in the vendor's own console: the last body the console sent, with some fields changed. */
  async function atVendor(cloud: Cloud, id: string, body: object): Promise<void> {
    const { url } = client.gateway;
    const minted = await fetch(`${url}/auth/oidc`, { method: 'POST', headers: clientCredentials });
    const token = (await minted.text()).replace(/\s/g, '');
    const path = cloud === 'azure' ? `org/azure/${id}` : `aws/org/update/${id}`;
    const answer = await fetch(`${url}/connectors/v1.0/${path}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`The vendor refused with ${answer.status}: ${await answer.text()}`);
  }
}

function made(operation: Operation): Made {
  if (operation.connectorId === null) throw new Error(`Nothing was made: ${JSON.stringify(operation)}`);
  return { id: operation.connectorId, operation };
}

type Known<Values> = { [Field in keyof Values]?: NonNullable<Values[Field]> };

function known<Values extends object>(values: Values): Known<Values> {
  const reported: Known<Values> = { ...values } as Known<Values>;
  for (const field in reported) if (reported[field] === null) delete reported[field];
  return reported;
}

/** The sample as the vendor's body: what another program would send that knows nothing of the console. */
export const vendorBodies = {
  azure: (name: string) => ({
    name,
    description: 'azure org connector description',
    connectorAppInfos: (['AI', 'CI', 'CSA'] as const).map((app) => ({
      name: app,
      identifier: sampleSpec.applicationId,
      tagId: app === 'AI' ? 7_001 : null,
    })),
    isRemediationEnabled: true,
    tenantName: sampleSpec.tenantName,
    tenantId: sampleSpec.tenantId,
    applicationId: sampleSpec.applicationId,
    secretValue: sampleSecret,
    orgRunFrequency: { hours: 24, minutes: 0 },
    connectorRunFrequency: { hours: 24, minutes: 0 },
    connectorPrefixName: sampleSpec.memberPrefix,
    isCreateConnectorForNewSubscriptionsAutomatically: true,
    isDisableConnectorsForDeletedManagementGroups: true,
    autoActivateCV: true,
  }),
  aws: (name: string) => ({
    name,
    connectorAppInfos: [{ name: 'AI', identifier: 'chosen-elsewhere' }],
    orgRunFrequency: { hours: 1, minutes: 30 },
    connectorRunFrequency: { hours: 4, minutes: 0 },
    connectorPrefixName: sampleAwsSpec.memberPrefix,
    ...sampleExternalIds,
    baseAwsAccountId: sampleAwsSpec.baseAccountId,
    arn: sampleAwsSpec.roleArn,
    isGovCloudConfigured: false,
  }),
};
