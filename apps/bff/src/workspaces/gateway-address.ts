/**
 * Decides where a workspace may point: to a known platform, or to a host the operator of the console listed. Everything
 * else is refused before any name is looked up or any socket opened, whatever way the address is spelled.
 */
import { isListed, isLoopback } from '../ports/hosts.ts';
import { Refusal } from '../ports/refusal.ts';
import { platformHosts } from './platforms.ts';

/** `host` or `host:port` of the operator's list; a host without a port stands for the scheme's own. */
export type AllowedHosts = { extra: readonly string[] };

export type AddressField = 'apiServerUrl' | 'gatewayUrl';

/** Answers the address as an origin, or refuses it as `host-not-allowed`, naming the host and what to do. */
export function gatewayOrigin(text: string, field: AddressField, allowed: AllowedHosts): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !isPlainlyWritten(text, url)) throw notAnOrigin(field);
  if (!isAllowed(url, allowed)) throw notAllowed(url, field);
  return url.origin;
}

const longest = 300;

/**
 * Only the spelling that the URL standard itself would choose is taken. Parsing turns `127.1`, `0x7f.1` or `①②⑦.0.0.1` into an
 * innocent address and drops user names, paths and tabs; a difference between the two means that a program may read it otherwise.
 */
function isPlainlyWritten(text: string, url: URL): boolean {
  if (text.length > longest || url.hostname === '' || url.hostname.endsWith('.')) return false;
  const scheme = `${url.protocol}//`;
  const spellings = [url.host, `${url.hostname}:${url.port || defaultPorts[url.protocol]}`];
  const written = text.toLowerCase().replace(/\/$/, '');
  return spellings.some((host) => written === scheme + host);
}

const defaultPorts: Record<string, string | undefined> = { 'http:': '80', 'https:': '443' };

function isAllowed(url: URL, { extra }: AllowedHosts): boolean {
  const listed = isListed(url, extra);
  if (url.protocol === 'https:') return listed || (platformHosts.includes(url.hostname) && url.port === '');
  return url.protocol === 'http:' && listed && isLoopback(url.hostname);
}

function notAnOrigin(field: AddressField): Refusal {
  return new Refusal('host-not-allowed', 'This is not an address the console can use.', {
    kept: 'Nothing was saved and nothing was sent.',
    next: 'Write it as https://host, without a user name, path or query.',
    fields: { [field]: 'Write it as https://host, without a user name, path or query.' },
  });
}

function notAllowed(url: URL, field: AddressField): Refusal {
  const what =
    url.protocol === 'https:'
      ? `The console is not allowed to talk to ${url.host}.`
      : `The console talks to ${url.host} over https only.`;
  return new Refusal('host-not-allowed', what, {
    kept: 'Nothing was saved and nothing was sent.',
    next: `Choose one of the known platforms, or have the person who runs the console add ${url.host} to CONSOLE_GATEWAY_HOSTS.`,
    fields: { [field]: what },
  });
}
