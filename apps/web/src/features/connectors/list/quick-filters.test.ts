import type { ConnectorSummary } from '@console/console-contract';
import { describe, expect, test } from 'vitest';
import { printFilterText } from '../../../shared/text/filter-text.ts';
import { parseFilter, searchedText } from './connector-filter.ts';
import { countQuickFilters, isPressed, pressed, quickFilters } from './quick-filters.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

const rows = [
  row('a', { state: 'errors' }),
  row('b', { state: 'errors', cloud: 'aws' }),
  row('c', { state: 'errors', enabled: false }),
  row('d', { state: 'running', cloud: 'aws' }),
  row('e', {}),
];

function row(name: string, change: Partial<ConnectorSummary>): ConnectorSummary {
  return {
    cloud: 'azure',
    id: '1',
    uuid: null,
    name,
    state: 'succeeded',
    stateText: '',
    enabled: true,
    organizationId: null,
    tenantId: null,
    capabilities: [],
    members: null,
    lastSync: null,
    nextSync: null,
    newestError: null,
    newestCause: null,
    stateSince: '2026-11-22T08:00:00Z',
    ...change,
  };
}

/** Those that have a number, as the buttons read: "Errors 2". */
function countsUnder(text: string): string {
  const counts = countQuickFilters(rows, rows.map(searchedText), parseFilter(text), now);
  const said = quickFilters.map((quick) => ({ label: quick.label, count: counts.get(quick) ?? Number.NaN }));
  return said
    .filter(({ count }) => count !== 0)
    .map(({ label, count }) => `${label} ${count}`)
    .join(' · ');
}

describe('how many connectors a press would show', () => {
  test.each([
    ['', 'Errors 2 · Running 1 · Succeeded 1 · Disabled 1 · Azure 3 · AWS 2'],
    ['cloud:aws', 'Errors 1 · Running 1 · Azure 3 · AWS 2'],
    ['state:failed', 'Errors 2 · Running 1 · Succeeded 1 · Disabled 1 · Azure 1 · AWS 1'],
    ['-state:errors', 'Running 1 · Succeeded 1 · Disabled 1 · Azure 2 · AWS 1'],
    ['a', 'Errors 1 · Azure 1'],
    ['nothing', ''],
  ])('under “%s”: %s', (text, counts) => {
    expect(countsUnder(text)).toBe(counts);
  });
});

describe('a press writes what a user would type', () => {
  const press = (text: string, value: string) => {
    const filter = parseFilter(text);
    const quick = quickFilters.find((one) => one.value === value);
    if (quick === undefined) throw new Error(`there is no ${value}`);
    return {
      was: isPressed(filter, quick),
      text: printFilterText({ ...filter, tokens: pressed(filter, quick) }),
    };
  };

  test.each([
    ['', 'errors', false, 'state:errors'],
    ['prod', 'errors', false, 'state:errors prod'],
    ['state:errors', 'errors', true, ''],
    ['state:failed prod', 'errors', true, 'prod'],
    ['state:failed', 'running', false, 'state:errors,running'],
    ['state:errors,running', 'errors', true, 'state:running'],
    ['-state:errors', 'errors', false, '-state:errors state:errors'],
    ['state:errors', 'aws', false, 'state:errors cloud:aws'],
  ])('“%s” and %s', (text, value, was, after) => {
    expect(press(text, value)).toEqual({ was, text: after });
  });
});
