/**
 * Which addresses the console may dial: public ones over https. A host the operator allowed may be private, and may speak
 * plain http if it is this machine; but no name leads to where a cloud hands out the credentials of the machine. Names are judged again when
 * they have been resolved, for a name may change its mind.
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
  /** Resolves a name while connecting, and refuses it when one of its addresses may not be dialed. */
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
      if (!speaksSafely || !mayBeDialed(url, allowed ? isOrdinary : isPublic)) return null;
      return { origin: url.origin, path: url.pathname.replace(/\/+$/, '') };
    },
    lookupFor(origin) {
      return checked(resolve, isAllowed(new URL(origin)) ? isOrdinary : isPublic);
    },
  };
}

/** An address in figures is judged here, because no name is ever looked up for it. */
function mayBeDialed(url: URL, mayDial: (address: string) => boolean): boolean {
  const host = bareHost(url);
  return isIP(host) === 0 || mayDial(host);
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function isPublic(address: string): boolean {
  return isOrdinary(address) && ipaddr.process(address).range() === 'unicast';
}

/** An address that a program may have, public or not: neither of the link alone nor one where a cloud answers its machines. */
function isOrdinary(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const read = ipaddr.process(address);
  const range = read.range();
  if (read instanceof ipaddr.IPv6 && range === 'rfc6052') return isOrdinary(embeddedIn(read));
  return ordinaryRanges.has(range) && !metadataAddresses.has(read.toString());
}

const ordinaryRanges = new Set(['unicast', 'private', 'uniqueLocal', 'carrierGradeNat', 'loopback']);

/** Of AWS, Google Cloud, Alibaba Cloud, Oracle Cloud and Azure, beside 169.254.169.254, which is of the link. */
const metadataAddresses = new Set([
  'fd00:ec2::254',
  'fd20:ce::254',
  '100.100.100.200',
  '192.0.0.192',
  '168.63.129.16',
]);

/** The IPv4 address that a translator of the network would dial. */
function embeddedIn(address: ipaddr.IPv6): string {
  return address.toByteArray().slice(12).join('.');
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
    super('The name leads to an address that the console does not dial.');
  }
}
