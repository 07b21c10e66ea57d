/** T2: who the snapshot scanner works for, and with which images. */
import { gatewayOperations } from '@console/gateway-contract';
import type { ScannerRegistration } from '../../ports/connector-gateway.ts';
import type { GatewayCall } from './calls/gateway-call.ts';
import { plainName } from './calls/plain-text.ts';

export async function readScannerRegistration(call: GatewayCall): Promise<ScannerRegistration> {
  const { targetAccounts, amis } = await call(gatewayOperations.T2, {});
  return {
    accounts: targetAccounts.flatMap(({ awsAccountId, connectorId }) => {
      return awsAccountId === null
        ? []
        : [{ accountId: plainName(awsAccountId), connectorId: plainName(connectorId) }];
    }),
    images: Object.entries(amis ?? {}).map(([region, image]) => {
      return { region: plainName(region), image: plainName(image) };
    }),
  };
}
