/** How values of the filter are compared. */
import type { ConnectorSummary } from '@console/console-contract';

export type Condition = (connector: ConnectorSummary) => boolean;

/** `prod*` must fit the whole text, `prod` may stand anywhere in it. Case never counts. */
export function patternOf(pattern: string): (text: string) => boolean {
  if (!pattern.includes('*')) return (text) => text.toLowerCase().includes(pattern);
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const whole = new RegExp(`^${parts.join('.*')}$`, 's');
  return (text) => whole.test(text.toLowerCase());
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
