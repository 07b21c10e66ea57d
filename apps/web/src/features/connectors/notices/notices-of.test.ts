import type { Operation } from '@console/console-contract';
import { expect, test } from 'vitest';
import { offlineProblem } from '../../../shared/console/console-problem.ts';
import { noticesOf } from './notices-of.ts';

const lost: Operation = {
  id: '0b6ff1b2-6a57-4b6e-9c38-9a6b14f2ab01',
  kind: 'disable-connector',
  state: 'unknown',
  cloud: 'azure',
  connectorId: '47',
  connectorName: 'Fabrikam Plants',
  requestedBy: 'Morgan Kim',
  requestedAt: '2026-11-22T12:00:00Z',
  sentAt: null,
  settledAt: null,
  problem: { code: 'outcome-unknown', message: 'No answer came.', kept: 'It is recorded.', next: 'Wait.' },
  requestId: 'req-1',
  candidates: [],
  followedBy: null,
  items: null,
  job: null,
};

test('each operation has one notice, the newest first, and a refusal before them all', () => {
  const later = { ...lost, id: '0b6ff1b2-6a57-4b6e-9c38-9a6b14f2ab02', requestedAt: '2026-11-22T12:00:01Z' };
  const refusal = { error: offlineProblem(), kind: 'run-connector', name: 'Contoso' } as const;
  expect(noticesOf([lost, later], refusal).map(({ id, title }) => [id, title])).toEqual([
    ['refusal', 'Run did not reach the console: Contoso'],
    [later.id, 'Disabling Fabrikam Plants: No answer came.'],
    [lost.id, 'Disabling Fabrikam Plants: No answer came.'],
  ]);
});

test('what is not settled stays; what reading found says so instead of going without a word', () => {
  expect(noticesOf([lost], null)).toMatchObject([
    { tone: 'warn', settled: false, words: 'It is recorded. Wait.' },
  ]);
  expect(noticesOf([{ ...lost, state: 'adopted' }], null)).toMatchObject([
    { tone: 'ok', settled: true, title: 'Disabling Fabrikam Plants: it happened.' },
  ]);
});

test('of a bulk only what did everything is told as well done, and what was given up is told', () => {
  const bulk = { ...lost, kind: 'disable-connectors', connectorName: '3 connectors', problem: null } as const;
  const items = { total: 3, done: 3, failed: 0, cancelled: 0, open: 0, waitingUntil: null, jobs: null };
  const toneOf = (state: Operation['state'], counts: Partial<typeof items>) =>
    noticesOf([{ ...bulk, state, items: { ...items, ...counts } }], null).map(({ tone, title }) => [
      tone,
      title,
    ]);
  expect(toneOf('succeeded', {})).toEqual([['ok', '3 connectors disabled: 3 of 3 done']]);
  expect(toneOf('failed', { done: 2, failed: 1 })[0]?.[0]).toBe('warn');
  expect(toneOf('cancelled', { done: 1, cancelled: 2 })).toEqual([
    ['info', 'Disabling 3 connectors: 1 of 3 done · 2 not sent'],
  ]);
});

test('a run that the gateway took is not told as well done: its job has only begun', () => {
  const run = { ...lost, kind: 'run-connectors', connectorName: '3 connectors', problem: null } as const;
  const items = { total: 3, done: 3, failed: 0, cancelled: 0, open: 0, waitingUntil: null, jobs: null };
  const adopted = { ...lost, kind: 'run-connector', state: 'adopted' } as const;
  expect(noticesOf([{ ...run, state: 'succeeded', items }, adopted], null)).toMatchObject([
    { tone: 'info', title: 'Run of 3 connectors: 3 of 3 started' },
    { tone: 'info', title: 'Run of Fabrikam Plants: it was started.' },
  ]);
});

test('a run says how its jobs ended, and is well done only when all of them ended without errors', () => {
  const run = {
    ...lost,
    kind: 'run-connectors',
    connectorName: '3 connectors',
    state: 'succeeded',
    problem: null,
  } as const;
  const items = { total: 3, done: 3, failed: 0, cancelled: 0, open: 0, waitingUntil: null };
  const jobs = { running: 0, succeeded: 3, errors: 0, unknown: 0, causes: 0 };
  const of = (counts: Partial<typeof jobs>) =>
    noticesOf([{ ...run, items: { ...items, jobs: { ...jobs, ...counts } } }], null).map(
      ({ tone, title }) => [tone, title],
    );
  expect(of({})).toEqual([['ok', 'Run of 3 connectors: 3 ended: 3 succeeded']]);
  expect(of({ succeeded: 1, errors: 2, causes: 2 })).toEqual([
    ['warn', 'Run of 3 connectors: 3 ended: 1 succeeded, 2 with errors, 2 causes'],
  ]);
  expect(of({ succeeded: 1, running: 2 })).toEqual([
    ['info', 'Run of 3 connectors: 3 of 3 started · 2 running, 1 succeeded'],
  ]);
  expect(of({ succeeded: 2, unknown: 1 })[0]?.[0]).toBe('info');
  const one = { ...run, kind: 'run-connector', connectorName: 'Contoso' } as const;
  const job = {
    state: 'errors',
    endedAt: null,
    error: 'AADSTS7000222',
    cause: 'The client secret has expired',
  } as const;
  expect(noticesOf([{ ...one, job }], null)).toMatchObject([
    { tone: 'warn', title: 'Run of Contoso: The job ended with errors: The client secret has expired.' },
  ]);
  const unexplained = { ...job, error: 'The subscription is disabled.', cause: null } as const;
  expect(noticesOf([{ ...one, job: unexplained }], null)).toMatchObject([
    { title: 'Run of Contoso: The job ended with errors: The subscription is disabled.' },
  ]);
  expect(noticesOf([{ ...one, job: { ...job, state: 'succeeded' } }], null)).toEqual([]);
});

test('a change that simply succeeded needs no words, for its row shows it; a deletion has no row', () => {
  expect(noticesOf([{ ...lost, state: 'succeeded', problem: null }], null)).toEqual([]);
  expect(
    noticesOf([{ ...lost, kind: 'delete-connector', state: 'succeeded', problem: null }], null),
  ).toMatchObject([{ tone: 'ok', title: 'Fabrikam Plants was deleted.' }]);
});
