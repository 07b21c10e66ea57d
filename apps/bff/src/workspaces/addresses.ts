/** The two addresses of a workspace: fixed by a known platform, entered and checked for a custom one. */
import type { PlatformId } from '@console/console-contract';
import { type AddressField, type AllowedHosts, gatewayOrigin } from './gateway-address.ts';
import { addressesOf } from './platforms.ts';
import { addressesFixed, addressesMissing } from './refusals.ts';

type Addresses = { apiServerUrl: string; gatewayUrl: string };
type Wanted = { platform: PlatformId } & { [Field in AddressField]?: string | undefined };

const fields: readonly AddressField[] = ['apiServerUrl', 'gatewayUrl'];

export function addressesFor(wanted: Wanted, allowed: AllowedHosts): Addresses {
  const { platform, apiServerUrl, gatewayUrl } = wanted;
  const given = fields.filter((field) => wanted[field] !== undefined);
  if (platform !== 'custom') {
    if (given.length > 0) throw addressesFixed(given);
    return addressesOf(platform);
  }
  if (apiServerUrl === undefined || gatewayUrl === undefined) {
    throw addressesMissing(fields.filter((field) => wanted[field] === undefined));
  }
  return {
    apiServerUrl: gatewayOrigin(apiServerUrl, 'apiServerUrl', allowed),
    gatewayUrl: gatewayOrigin(gatewayUrl, 'gatewayUrl', allowed),
  };
}

/** A change that names no platform and no address leaves them alone, even if the list of allowed hosts has shrunk since. */
export function addressesAfter(
  before: Addresses & { platform: PlatformId },
  wanted: { [Field in keyof Wanted]?: Wanted[Field] | undefined },
  allowed: AllowedHosts,
): Addresses & { platform: PlatformId } {
  const { platform = before.platform, apiServerUrl, gatewayUrl } = wanted;
  const untouched = platform === before.platform && apiServerUrl === undefined && gatewayUrl === undefined;
  if (untouched) return before;
  const stays = platform === 'custom' && before.platform === 'custom' ? before : null;
  const next = {
    platform,
    apiServerUrl: apiServerUrl ?? stays?.apiServerUrl,
    gatewayUrl: gatewayUrl ?? stays?.gatewayUrl,
  };
  return { platform, ...addressesFor(next, allowed) };
}
