/** Reads the settings that say where the console is, and whom it may speak to. Each answers the value or throws a sentence. */
import ipaddr from 'ipaddr.js';
import { isLoopback } from './ports/hosts.ts';

/** A problem with one setting, in words for the person who set it. */
export class SettingProblem extends Error {}

/**
 * The only origin the console believes it has. Plain http is for this machine alone, for there neither `Secure` cookies nor
 * Fetch-Metadata work; elsewhere it has to be asked for by name.
 */
export function readPublicOrigin(value: string, { insecureAllowed }: { insecureAllowed: boolean }): string {
  const url = parseUrl(value);
  if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
    throw new SettingProblem('must be an http or https address, such as https://console.example.com.');
  }
  if (
    url.username !== '' ||
    url.password !== '' ||
    url.pathname !== '/' ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new SettingProblem(
      'must be an origin only: scheme, host and port, without user, path, query or fragment.',
    );
  }
  if (isUnspecified(url.hostname)) {
    throw new SettingProblem(
      `names ${url.hostname}, which no browser can open: give the address that people type.`,
    );
  }
  if (url.protocol === 'http:' && !isThisMachine(url.hostname) && !insecureAllowed) {
    throw new SettingProblem(
      'is plain http on another host than this machine, so the sign-in cookie could be read on the way and must not be sent: use https, or set CONSOLE_INSECURE_HTTP=1 to accept that.',
    );
  }
  if (url.protocol === 'https:' && insecureAllowed) {
    throw new SettingProblem(
      'is https while CONSOLE_INSECURE_HTTP=1 asks for cookies without protection: remove one of the two.',
    );
  }
  return url.origin;
}

/** `http://host:port` of the listener, in the spelling of a URL. */
export function originOfListener(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Answers the entries lower-cased as `host` or `host:port`; an entry without port stands for the scheme's own. */
export function readGatewayHosts(value: string): string[] {
  return readList(value).map((entry) => {
    const url = parseUrl(`https://${entry}`);
    const clean =
      url !== undefined && url.username === '' && url.pathname === '/' && !/[/?#@\s*]/.test(entry);
    if (!clean) throw new SettingProblem(`has "${entry}", which is not a host or host:port.`);
    return entry.toLowerCase();
  });
}

/**
 * Networks whose `X-Forwarded-*` headers are believed, as CIDR. Believing every sender would let any caller choose the address
 * that limits and the audit see.
 */
export function readTrustedProxies(value: string): string[] {
  return readList(value).map((entry) => {
    if (['true', '*', 'all', '1'].includes(entry)) {
      throw new SettingProblem(`has "${entry}": name the networks of your proxies, such as 10.0.0.0/8.`);
    }
    const cidr = entry.includes('/') ? entry : `${entry}/${entry.includes(':') ? 128 : 32}`;
    if (!ipaddr.isValidCIDR(cidr))
      throw new SettingProblem(`has "${entry}", which is not an address or a network such as 10.0.0.0/8.`);
    const [, bits] = ipaddr.parseCIDR(cidr);
    if (bits === 0)
      throw new SettingProblem(
        `has "${entry}", which is the whole internet: name the networks of your proxies.`,
      );
    return cidr;
  });
}

function readList(value: string): string[] {
  return value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

function parseUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

/** Browsers take every name below `localhost` for this machine, too. */
function isThisMachine(hostname: string): boolean {
  return isLoopback(hostname) || hostname.endsWith('.localhost');
}

function isUnspecified(hostname: string): boolean {
  return ['0.0.0.0', '[::]'].includes(hostname);
}
