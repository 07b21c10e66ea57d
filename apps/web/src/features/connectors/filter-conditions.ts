import { Cloud, ConnectorState, type ConnectorSummary } from '@console/console-contract';
import type { FilterToken } from '../../ui/token-draft.ts';
import { shownCapabilities } from './connector-capabilities.ts';

export type Condition = (connector: ConnectorSummary) => boolean;

/** What one token asks of a connector, or the sentence that says why it means nothing. */
export function conditionOf({ key, value }: FilterToken, now: number): Condition | string {
  const values = value
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean);
  const conditions = values.map((one) => READERS[key]?.(one, now) ?? `There is no ${key}:${one}.`);
  const complaint = conditions.find((condition) => typeof condition === 'string');
  if (complaint !== undefined) return complaint;
  const any = conditions.filter((condition) => typeof condition !== 'string');
  return (connector) => any.some((condition) => condition(connector));
}

const READERS: Record<string, (value: string, now: number) => Condition | string | undefined> = {
  cloud: (value) => {
    const cloud = Cloud.safeParse(value);
    return cloud.success ? (connector) => connector.cloud === cloud.data : 'A cloud is azure or aws.';
  },
  state: (value) => {
    // The column shows it in place of the state.
    if (value === 'disabled') return (connector) => connector.enabled === false;
    const asked = ConnectorState.safeParse(value);
    if (asked.success) return ({ state, enabled }) => state === asked.data && enabled !== false;
    return `A state is one of ${ConnectorState.options.join(', ')} and disabled.`;
  },
  enabled: (value) => {
    if (/^(yes|true)$/.test(value)) return (connector) => connector.enabled === true;
    if (/^(no|false)$/.test(value)) return (connector) => connector.enabled === false;
    return 'Enabled is yes or no.';
  },
  capability: (value) => (connector) =>
    [...connector.capabilities, ...shownCapabilities(connector.capabilities)].some(
      (one) => one.toLowerCase() === value,
    ),
  name: (value) => {
    const matches = patternOf(value);
    return (connector) => matches(connector.name);
  },
  org: (value) => {
    const matches = patternOf(value);
    return ({ organizationId, tenantId }) =>
      [organizationId, tenantId].some((one) => one !== null && matches(one));
  },
  error: (value) => {
    const matches = patternOf(value);
    return (connector) => connector.newestError !== null && matches(connector.newestError);
  },
  synced: syncedCondition,
};

/** `prod*` must fit the whole text, `prod` may stand anywhere in it. Case never counts. */
function patternOf(pattern: string): (text: string) => boolean {
  if (!pattern.includes('*')) return (text) => text.toLowerCase().includes(pattern);
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const whole = new RegExp(`^${parts.join('.*')}$`, 's');
  return (text) => whole.test(text.toLowerCase());
}

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

function syncedCondition(value: string, now: number): Condition | string {
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
