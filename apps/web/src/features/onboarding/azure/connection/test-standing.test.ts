import type { ConnectionTestProgress } from '@console/console-contract';
import { describe, expect, test } from 'vitest';
import { offlineProblem } from '../../../../shared/console/console-problem.ts';
import { refusedField } from './refused-field.ts';
import { type ConnectionTest, phasesOf, standingOf, type TestReading } from './test-standing.ts';

const following: ConnectionTest = { state: 'following', askedAt: 1_000, jobId: 'job-1', waiting: true };
const nothing: TestReading = { progress: undefined, readAt: 0, trouble: undefined, groups: undefined };

function read(
  state: ConnectionTestProgress['state'],
  more: Partial<ConnectionTestProgress> = {},
): TestReading {
  const progress = { state, stateText: 'RUNNING', problem: null, startedAt: null, updatedAt: null, ...more };
  return { ...nothing, progress, readAt: 13_000 };
}

function states(test: ConnectionTest, reading: TestReading): string[] {
  return phasesOf(standingOf(test, reading)).map(({ state }) => state);
}

describe('a connection test shows its phases', () => {
  test('credentials, then management groups, then how long it took and how many there are', () => {
    expect(states({ state: 'asking', askedAt: 1 }, nothing)).toEqual(['active', 'todo', 'todo']);
    expect(states(following, read('running'))).toEqual(['done', 'active', 'todo']);
    const reading = {
      ...read('succeeded'),
      groups: { groups: Array<string>(48).fill('g'), alike: [], incomplete: false },
    };
    expect(states(following, reading)).toEqual(['done', 'done', 'done']);
    expect(phasesOf(standingOf(following, reading))[2]?.detail).toBe('in 12 s, 48 groups');
  });

  test('the gateway’s own times count where it tells them', () => {
    const times = { startedAt: '2026-11-22T10:00:00Z', updatedAt: '2026-11-22T10:00:07Z' };

    expect(standingOf(following, read('succeeded', times))).toMatchObject({ state: 'passed', tookMs: 7_000 });
  });

  test('an older job, or a clock of the gateway that differs, makes the test neither older nor longer', () => {
    const older = { startedAt: '2026-01-01T00:00:00Z', updatedAt: '2026-11-22T10:00:07Z' };

    expect(standingOf(following, read('succeeded', older))).toMatchObject({ at: 13_000, tookMs: 12_000 });
    const ahead = { startedAt: '2036-11-22T10:00:00Z', updatedAt: '2036-11-22T10:00:07Z' };
    expect(standingOf(following, read('succeeded', ahead))).toMatchObject({ at: 8_000, tookMs: 7_000 });
  });

  test('a job that ends on the secret does not claim that the credentials were accepted', () => {
    const problem = {
      code: 'gateway-rejected' as const,
      message: 'The test failed.',
      detail: 'AADSTS7000215: Invalid client secret provided.',
    };

    expect(states(following, read('failed', { problem }))).toEqual(['failed', 'skipped', 'skipped']);
  });

  test('a refusal is named at the field that Entra’s code is about, and at none when it is about something else', () => {
    const fieldFor = (detail: string) => {
      const problem = { code: 'gateway-or-cloud-refused' as const, message: 'The test failed.', detail };
      return refusedField(standingOf(following, read('failed', { problem })));
    };

    expect(fieldFor('AADSTS7000222: The provided client secret keys are expired.')).toBe('secretValue');
    expect(fieldFor('AADSTS700016: Application was not found in the directory.')).toBe('applicationId');
    expect(fieldFor('AADSTS90002: Tenant not found.')).toBe('tenantId');
    expect(fieldFor('AADSTS50076: Something that no field can mend.')).toBeUndefined();
    expect(fieldFor('AuthorizationFailed: no access to the management groups.')).toBeUndefined();
    const away: ConnectionTest = { state: 'refused', askedAt: 1, problem: offlineProblem() };
    expect(refusedField(standingOf(away, nothing))).toBeUndefined();
  });

  test('a job that ends on something else stands at the management groups', () => {
    expect(states(following, read('failed', { stateText: 'FAILED' }))).toEqual(['done', 'failed', 'skipped']);
  });

  test('a question without an answer is not a failed test', () => {
    const trouble = { problem: offlineProblem(), final: false };

    expect(standingOf(following, { ...nothing, trouble })).toMatchObject({
      state: 'running',
      trouble: { code: 'offline' },
    });
    expect(standingOf(following, { ...nothing, trouble: { ...trouble, final: true } }).state).toBe('failed');
  });

  test('a person may stop waiting; the outcome counts when it is known all the same', () => {
    const left: ConnectionTest = { ...following, waiting: false };

    expect(standingOf(left, read('running')).state).toBe('left-alone');
    expect(standingOf(left, read('succeeded')).state).toBe('passed');
  });
});
