/** The vendor's public platforms. Each belongs to a region and has two hosts: one for tokens, one for everything else. */
import { type Platform, PlatformId } from '@console/console-contract';

type PublicPlatformId = Exclude<PlatformId, 'custom'>;

const hosts: Record<PublicPlatformId, readonly [apiServer: string, gateway: string]> = {
  US1: ['qualysapi.qualys.com', 'gateway.qg1.apps.qualys.com'],
  US2: ['qualysapi.qg2.apps.qualys.com', 'gateway.qg2.apps.qualys.com'],
  US3: ['qualysapi.qg3.apps.qualys.com', 'gateway.qg3.apps.qualys.com'],
  US4: ['qualysapi.qg4.apps.qualys.com', 'gateway.qg4.apps.qualys.com'],
  GOV1: ['qualysapi.gov1.qualys.us', 'gateway.gov1.qualys.us'],
  EU1: ['qualysapi.qualys.eu', 'gateway.qg1.apps.qualys.eu'],
  EU2: ['qualysapi.qg2.apps.qualys.eu', 'gateway.qg2.apps.qualys.eu'],
  EU3: ['qualysapi.qg3.apps.qualys.it', 'gateway.qg3.apps.qualys.it'],
  IN1: ['qualysapi.qg1.apps.qualys.in', 'gateway.qg1.apps.qualys.in'],
  CA1: ['qualysapi.qg1.apps.qualys.ca', 'gateway.qg1.apps.qualys.ca'],
  AE1: ['qualysapi.qg1.apps.qualys.ae', 'gateway.qg1.apps.qualys.ae'],
  UK1: ['qualysapi.qg1.apps.qualys.co.uk', 'gateway.qg1.apps.qualys.co.uk'],
  AU1: ['qualysapi.qg1.apps.qualys.com.au', 'gateway.qg1.apps.qualys.com.au'],
  KSA1: ['qualysapi.qg1.apps.qualysksa.com', 'gateway.qg1.apps.qualysksa.com'],
};

export const platformHosts: readonly string[] = Object.values(hosts).flat();

export function addressesOf(platform: PublicPlatformId): { apiServerUrl: string; gatewayUrl: string } {
  const [apiServer, gateway] = hosts[platform];
  return { apiServerUrl: `https://${apiServer}`, gatewayUrl: `https://${gateway}` };
}

export function listPlatforms(): Platform[] {
  const known = PlatformId.options.filter((id) => id !== 'custom');
  return known.map((id) => ({ id, ...addressesOf(id) }));
}
