/** T2, the API server's own example of a call with a token. T1 mints and is answered before any handler. */
import type { Handler } from '../http/call.ts';
import { json } from '../http/reply.ts';
import { drawsFor } from '../world/random.ts';

const regions = ['ap-northeast-1', 'ap-northeast-2', 'ap-northeast-3', 'ap-south-1', 'ap-southeast-1'];

export const registerScannerRun: Handler = ({ world }) => {
  const targetAccounts = [...world.members.values()]
    .filter((member) => member.cloud === 'aws' && member.scanUuid !== null)
    .slice(0, 100)
    .map((member) => ({ awsAccountId: member.accountId, connectorId: String(member.id) }));
  const amis = Object.fromEntries(regions.map((region) => [region, `ami-${amiOf(region)}`]));
  return json({ targetAccounts, amis });
};

function amiOf(region: string): string {
  return drawsFor('ami', region).uuid().replaceAll('-', '').slice(0, 17);
}
