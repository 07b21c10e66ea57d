/** What the filter of the activity means to the console: tokens become a query, words are searched for. */
import {
  type ActivityFilter,
  ActivityOutcome,
  Cloud,
  ConnectorId,
  OutcomeWord,
} from '@console/console-contract';
import type { FilterText } from '../../shared/text/filter-text.ts';
import type { FilterKey, FilterToken } from '../../ui/filter/token-draft.ts';
import { kindsNamed, suggestedKinds } from './activity-words.ts';

export const filterKeys: readonly FilterKey[] = [
  { key: 'actor', description: 'who asked for it' },
  { key: 'kind', description: 'what was done', values: suggestedKinds },
  { key: 'outcome', description: 'what came of it', values: ActivityOutcome.options },
  { key: 'cloud', description: 'azure, aws', values: Cloud.options },
  { key: 'connector', description: 'the vendor’s id of a connector' },
  { key: 'from', description: '24h, 7d or 2026-11-20', values: ['24h', '7d', '30d'] },
  { key: 'to', description: '7d or 2026-11-22', values: ['24h', '7d', '30d'] },
];

export type CompiledFilter = {
  query: ActivityFilter;
  /** Tokens that mean nothing; they are left out and the rest applies. */
  errors: { message: string; token: number }[];
};

/** `now` in milliseconds decides what `from:7d` means; a day begins and ends by the clock of this browser. */
export function compileFilter({ tokens, text }: FilterText, now: number): CompiledFilter {
  const query: ActivityFilter = text === '' ? {} : { words: text.slice(0, 200) };
  const errors: CompiledFilter['errors'] = [];
  tokens.forEach((token, index) => {
    const read = readToken(token, now);
    if (typeof read === 'string') errors.push({ message: read, token: index });
    else Object.assign(query, read);
  });
  return { query, errors };
}

/** The part of the query that a token stands for, or the sentence that says why it stands for none. */
function readToken({ key, value }: FilterToken, now: number): ActivityFilter | string {
  switch (key) {
    case 'actor':
      return { actor: value.replaceAll('"', '').slice(0, 100) };
    case 'kind':
      return readKinds(value);
    case 'outcome':
      return readOutcomes(value);
    case 'cloud': {
      const cloud = Cloud.safeParse(value.toLowerCase());
      return cloud.success ? { cloud: cloud.data } : 'A cloud is azure or aws.';
    }
    case 'connector':
      return ConnectorId.safeParse(value).success
        ? { connector: value }
        : 'A connector is named by its id, which is a number; its name can be searched for as it is.';
    default:
      return readTime(key, value, now);
  }
}

function readKinds(value: string): ActivityFilter | string {
  const kinds = partsOf(value).map(kindsNamed);
  if (kinds.length > 0 && kinds.every((named) => named.length > 0))
    return { kind: [...new Set(kinds.flat())].join(',') };
  return `A kind is one of ${suggestedKinds.join(', ')}.`;
}

function readOutcomes(value: string): ActivityFilter | string {
  const outcomes = partsOf(value).map((word) => OutcomeWord.safeParse(word));
  if (outcomes.every(({ success }) => success))
    return { outcome: outcomes.map(({ data }) => data).join(',') };
  return `An outcome is one of ${ActivityOutcome.options.join(', ')}.`;
}

function readTime(key: string, value: string, now: number): ActivityFilter | string {
  const at = timeOf(value, key === 'to', now);
  if (at === null) return 'Say a time as 24h or 7d ago, or as a day such as 2026-11-20.';
  return key === 'to' ? { to: at.toISOString() } : { from: at.toISOString() };
}

const UNITS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A day that something ends with belongs to it. */
function timeOf(value: string, ends: boolean, now: number): Date | null {
  const [, amount, unit = ''] = /^(\d{1,5})([mhd])$/.exec(value) ?? [];
  if (amount !== undefined) return new Date(now - Number(amount) * (UNITS[unit] ?? 0));
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year === undefined) return null;
  const midnight = new Date(Number(year), Number(month) - 1, Number(day) + (ends ? 1 : 0));
  return new Date(`${value}T00:00:00Z`).getTime() > 0 ? midnight : null;
}

function partsOf(value: string): string[] {
  return value
    .replaceAll('"', '')
    .split(',')
    .map((part) => part.trim().toLowerCase())
    .filter(Boolean);
}
