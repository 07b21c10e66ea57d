/** Addresses that calls come from: which of them are this machine, and which are counted as one. */
import ipaddr from 'ipaddr.js';

/** Whether no other machine can be at that address. */
export function isOfThisMachine(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

/**
 * The network that an address is counted with: one host owns every address of an IPv6 /64, and changing it costs nothing. IPv4 as it is, also
 * when it came inside IPv6. Anything else is a network of its own.
 */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address);
  if (!(read instanceof ipaddr.IPv6)) return read.toString();
  const prefix = read.parts.slice(0, 4).map((part) => part.toString(16));
  return `${prefix.join(':')}::/64`;
}
