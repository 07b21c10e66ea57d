/** Opens connectors for editing. Always read from the gateway at this moment: an edit on top of a memory would undo what others did. */
import type { Cloud, Editing } from '@console/console-contract';
import type { Clock } from '../../ports/clock.ts';
import type { ConnectorCredentials, ConnectorGateway } from '../../ports/connector-gateway.ts';
import { type AwsEditable, type AzureEditable, isForSameRole } from '../../ports/editable.ts';
import type { Secret } from '../../ports/secret.ts';
import type { StoredSpec } from '../stored-connectors.ts';
import { awsEditable, azureEditable, unknownIn } from './editing-values.ts';

type Address = { workspaceId: string; cloud: Cloud; id: string };
type Deps = {
  gatewayOf: (workspaceId: string) => Promise<ConnectorGateway>;
  storedSpecOf: (workspaceId: string, cloud: Cloud, id: string) => Promise<StoredSpec | null>;
  credentialsOf: (address: Address) => Promise<ConnectorCredentials | null>;
  clock: Clock;
};

export type ConnectorEditing = ReturnType<typeof createConnectorEditing>;

export function createConnectorEditing({ gatewayOf, storedSpecOf, credentialsOf, clock }: Deps) {
  return { open, azure, aws, keptExternalId };

  async function open(address: Address): Promise<Editing> {
    const { workspaceId, cloud, id } = address;
    const editable = await (cloud === 'azure' ? azure : aws)(workspaceId, id);
    const kept = await credentialsOf(address);
    const { version, locked, values } = editable;
    const opened = {
      id,
      version,
      locked,
      unknown: unknownIn(cloud, values),
      asOf: clock.now().toISOString(),
    };
    if (editable.cloud === 'azure') {
      const secretKept = kept !== null && 'secretValue' in kept;
      return { cloud: 'azure', ...opened, values: editable.values, secretKept };
    }
    const externalIdsKept = kept !== null && 'externalId' in kept;
    return { cloud: 'aws', ...opened, values: editable.values, externalIdsKept };
  }

  async function azure(workspaceId: string, id: string): Promise<AzureEditable> {
    const gateway = await gatewayOf(workspaceId);
    return azureEditable(await gateway.readAzureForEdit(id), await storedSpecOf(workspaceId, 'azure', id));
  }

  async function aws(workspaceId: string, id: string): Promise<AwsEditable> {
    const gateway = await gatewayOf(workspaceId);
    return awsEditable(await gateway.readAwsForEdit(id), await storedSpecOf(workspaceId, 'aws', id));
  }

  /** The one to test a connection with; `null` for another role than the connector's, and when none is kept. */
  async function keptExternalId(
    { workspaceId, id }: Omit<Address, 'cloud'>,
    asked: { roleArn: string; baseAccountId: string },
  ): Promise<Secret | null> {
    const kept = await credentialsOf({ workspaceId, cloud: 'aws', id });
    if (kept === null || !('externalId' in kept)) return null;
    return isForSameRole(await aws(workspaceId, id), asked) ? kept.externalId : null;
  }
}
