/** How values of the filter are compared. */
import type { ConnectorSummary } from '@console/console-contract';

export type Condition = (connector: ConnectorSummary) => boolean;

/** `prod*` must fit the whole text, `prod` may stand anywhere in it. Case never counts. */
function patternOf(pattern: string): (text: string) => boolean {
  if (!pattern.includes('*')) return (text) => text.toLowerCase().includes(pattern);
  const [begin = '', ...parts] = pattern.split('*');
  const end = parts.pop() ?? '';
  const between = parts.filter((part) => part !== '');
  return (text) => fits(text.toLowerCase(), begin, between, end);
}

/** True for a connector of which one of `textsOf` fits; what is not known fits nothing. */
export function patternIn(textsOf: (connector: ConnectorSummary) => (string | null)[]) {
  return (pattern: string): Condition => {
    const matches = patternOf(pattern);
    return (connector) => textsOf(connector).some((text) => text !== null && matches(text));
  };
}

/** Each part is looked for behind the one before and never again: however many stars, a text is gone through once. */
function fits(text: string, begin: string, between: readonly string[], end: string): boolean {
  if (!text.startsWith(begin) || !text.endsWith(end)) return false;
  let at = begin.length;
  for (const part of between) {
    const place = text.indexOf(part, at);
    if (place === -1) return false;
    at = place + part.length;
  }
  return at + end.length <= text.length;
}

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

export function syncedCondition(value: string, now: number): Condition | string {
  if (value === 'never') return (connector) => connector.lastSync === null;
  const [, comparison, amount = '', unit = ''] = /^([<>])(\d{1,6})([mhdw])$/.exec(value) ?? [];
  if (comparison === undefined) return 'Say synced as <24h, >7d or never; the units are m, h, d and w.';
  const border = now - Number(amount) * (UNITS[unit] ?? 0);
  return ({ lastSync }) => {
    if (lastSync === null) return comparison === '>';
    const at = Date.parse(lastSync);
    return comparison === '<' ? at >= border : at < border;
  };
}
