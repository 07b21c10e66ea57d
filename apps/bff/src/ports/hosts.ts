/** Hosts as the operator of the console lists them, and this machine by any of its names. */

/** Whether a list of `host` or `host:port` names this one; an entry without port stands for the scheme's own. */
export function isListed(url: URL, entries: readonly string[]): boolean {
  return entries.some((entry) => {
    const listed = `${url.protocol}//${entry}`;
    return URL.canParse(listed) && new URL(listed).host === url.host;
  });
}

/** The host name comes from a parsed URL, so the only spellings left are the canonical ones. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
