/**
 * The capabilities as the vendor's own wizard offers them: Asset Inventory, and CSPM, which the gateway spells as two (`CI` and
 * `CSA`). One of the two alone is shown as it is. Always in the same order: the gateway's answers disagree on it.
 */
export function shownCapabilities(capabilities: readonly string[]): string[] {
  const posture = ['CI', 'CSA'];
  const whole = posture.every((one) => capabilities.includes(one));
  const shown = whole
    ? ['CSPM', ...capabilities.filter((one) => !posture.includes(one))]
    : [...new Set(capabilities)];
  return shown.toSorted((a, b) => rankOf(a) - rankOf(b) || a.localeCompare(b));
}

/** What the short words stand for. */
export const spelledOut: Record<string, string> = {
  AI: 'Asset inventory',
  CSPM: 'Cloud security posture management: cloud inventory and security assessment',
  CI: 'Cloud inventory',
  CSA: 'Cloud security assessment',
};

function rankOf(capability: string): number {
  const rank = Object.keys(spelledOut).indexOf(capability);
  return rank < 0 ? Number.MAX_SAFE_INTEGER : rank;
}
