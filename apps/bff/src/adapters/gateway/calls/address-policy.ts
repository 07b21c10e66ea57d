/**
 * Which addresses the console may dial: public ones over https. A host the operator allowed may be private, and may speak
 * plain http if it is this machine. Names are judged again when they have been resolved, for a name may change its mind.
 */
import { type LookupAddress, type LookupAllOptions, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { isListed, isLoopback } from '../../../ports/hosts.ts';

/** Where a call may go: an origin and the path in front of every operation, without a trailing slash. */
export type Base = { origin: string; path: string };

export type AddressPolicy = {
  /** `null` when the console does not call such an address. */
  baseOf(url: string): Base | null;
  /** Resolves a name while connecting, and refuses what is not public. */
  lookupFor(origin: string): LookupFunction;
};

/** Resolves a name to all its addresses, as `dns.lookup` does. */
export type ResolveName = (
  hostname: string,
  options: LookupAllOptions,
  answer: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** @param allowedHosts `host` or `host:port` values that may be private or this machine; without a port, the scheme's own. */
export function createAddressPolicy(
  allowedHosts: readonly string[],
  resolve: ResolveName = lookup,
): AddressPolicy {
  const isAllowed = (url: URL) => isListed(url, allowedHosts);
  return {
    baseOf(address) {
      const url = URL.canParse(address) ? new URL(address) : null;
      if (url === null || url.username !== '' || url.password !== '') return null;
      const allowed = isAllowed(url);
      const speaksSafely =
        url.protocol === 'https:' || (url.protocol === 'http:' && allowed && isLoopback(url.hostname));
      if (!speaksSafely || !(allowed || mayBePublic(url))) return null;
      return { origin: url.origin, path: url.pathname.replace(/\/+$/, '') };
    },
    lookupFor(origin) {
      return checked(resolve, isAllowed(new URL(origin)) ? () => true : isPublic);
    },
  };
}

/** An address in figures is judged here, because no name is ever looked up for it. */
function mayBePublic(url: URL): boolean {
  const host = bareHost(url);
  return isIP(host) === 0 || isPublic(host);
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

function checked(resolve: ResolveName, mayDial: (address: string) => boolean): LookupFunction {
  return (hostname, options, answer) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, '', 0);
      const [first] = addresses;
      const safe = first !== undefined && addresses.every(({ address }) => mayDial(address));
      if (!safe) return answer(new AddressRefused(), '', 0);
      return options.all ? answer(null, addresses) : answer(null, first.address, first.family);
    });
  };
}

/** Ends the attempt to connect. The code is one that no socket has. */
class AddressRefused extends Error {
  readonly code = 'ADDRESS_NOT_PUBLIC';
  constructor() {
    super('The name leads to an address that is not public.');
  }
}
