import type { Operation } from '@console/console-contract';
import { expect, test } from 'vitest';
import { authorOf } from './who-changed.ts';

const edit: Operation = {
  id: '1f0b3f5e-6f0a-4c8e-9d52-3a5f6b7c8d9e',
  kind: 'edit-connector',
  state: 'succeeded',
  cloud: 'azure',
  connectorId: '12',
  connectorName: 'Northwind',
  requestedBy: 'Mira',
  requestedAt: '2026-11-22T10:00:00Z',
  sentAt: null,
  settledAt: '2026-11-22T10:00:05Z',
  problem: null,
  requestId: 'r',
  candidates: [],
  followedBy: null,
  items: null,
  job: null,
};
const address = { cloud: 'azure', id: '12' } as const;
const opened = '2026-11-22T09:59:00Z';

test('the newest edit that happened after the connector was opened has made the other version', () => {
  const later = { ...edit, requestedBy: 'Noor', settledAt: '2026-11-22T10:01:00Z' };
  expect(authorOf([edit, later], address, opened)).toEqual({ name: 'Noor', at: later.settledAt });
});

test('no author is named for an edit that failed, came earlier, was of another connector, or was no edit', () => {
  const others: Operation[] = [
    { ...edit, state: 'failed' },
    { ...edit, settledAt: '2026-11-22T09:58:00Z' },
    { ...edit, connectorId: '13' },
    { ...edit, kind: 'run-connector' },
  ];
  expect(authorOf(others, address, opened)).toBeNull();
});
