/** Fills what the gateway's details leave out with what was entered through the console. What the gateway tells wins. */
import type {
  AwsConnector,
  AwsConnectorSpec,
  AzureConnector,
  Connector,
  ConnectorSpec,
} from '@console/console-contract';

export function completed(connector: Connector, spec: ConnectorSpec): Connector {
  if (connector.cloud === 'azure')
    return 'tenantName' in spec ? withTenant(connector, spec.tenantName) : connector;
  return 'roleArn' in spec ? withOrganization(connector, spec) : connector;
}

/** The tenant's name is asked for at creation and never told again. */
function withTenant(connector: AzureConnector, tenantName: string): AzureConnector {
  return { ...connector, tenantName: connector.tenantName ?? tenantName };
}

/** The AWS detail (W4) has neither the role nor the scope. */
function withOrganization(connector: AwsConnector, spec: AwsConnectorSpec): AwsConnector {
  const activation = { vm: spec.activateVm, pc: false, sca: false, certView: false };
  return {
    ...connector,
    roleArn: connector.roleArn ?? spec.roleArn,
    baseAccountId: connector.baseAccountId ?? spec.baseAccountId,
    perimeterScan: connector.perimeterScan ?? spec.perimeterScan,
    scope: connector.scope ?? spec.scope,
    activation: connector.activation ?? activation,
  };
}
