/** Fills what the gateway's details leave out with what was entered through the console. What the gateway tells wins. */
import type {
  AwsConnector,
  AwsEditingValues,
  AzureConnector,
  AzureEditingValues,
  Connector,
} from '@console/console-contract';
import type { DatedSpec } from './spec-store.ts';

// The gateway's clock and ours may differ a little.
const momentMilliseconds = 2 * 60_000;

export function completed(connector: Connector, { spec, enteredAt }: DatedSpec): Connector {
  const honest = { ...connector, lastSuccessfulSync: successOf(connector, enteredAt) };
  if (honest.cloud === 'azure') return 'tenantName' in spec ? withTenant(honest, spec) : honest;
  return 'roleArn' in spec ? withOrganization(honest, spec) : honest;
}

/** A create and an edit set the time of the last good sync without any sync (both documents' samples): that is not told on. */
function successOf({ state, lastSuccessfulSync }: Connector, enteredAt: Date): string | null {
  if (lastSuccessfulSync === null || state === 'succeeded') return lastSuccessfulSync;
  const apart = Math.abs(Date.parse(lastSuccessfulSync) - enteredAt.getTime());
  return apart < momentMilliseconds ? null : lastSuccessfulSync;
}

/** The tenant's name is asked for at creation and never told again; when the secret ends the gateway never learns. */
function withTenant(connector: AzureConnector, spec: AzureEditingValues): AzureConnector {
  const { tenantName, secretExpiresOn } = spec;
  return { ...connector, tenantName: connector.tenantName ?? tenantName, secretExpiresOn };
}

/** The AWS detail (W4) has neither the role nor the scope. */
function withOrganization(connector: AwsConnector, spec: AwsEditingValues): AwsConnector {
  const { activateVm: vm } = spec;
  const activation = vm === null ? null : { vm, pc: false, sca: false, certView: false };
  return {
    ...connector,
    roleArn: connector.roleArn ?? spec.roleArn,
    baseAccountId: connector.baseAccountId ?? spec.baseAccountId,
    perimeterScan: connector.perimeterScan ?? spec.perimeterScan,
    scope: connector.scope ?? spec.scope,
    activation: connector.activation ?? activation,
  };
}
