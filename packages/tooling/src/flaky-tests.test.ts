import { expect, test } from 'vitest';
import { describeFlaky, type FlakyTest, judgeFlaky, parseRemembered } from './flaky-tests.ts';

const flaky = (title: string): FlakyTest => ({
  title,
  location: 'operations.spec.ts:8',
  failure: 'Timed out',
  trace: null,
});
const ran = new Set(['one', 'two', 'three']);

test('one or two flaky tests are tolerated and remembered', () => {
  const two = [flaky('one'), flaky('two')];
  expect(judgeFlaky(two, [], ran)).toEqual({ reason: null, remembered: two });
});

test('three flaky tests in one run fail it', () => {
  const { reason } = judgeFlaky([flaky('one'), flaky('two'), flaky('three')], [], ran);
  expect(reason).toContain('3 tests were flaky');
});

test('a test that is flaky twice in a row fails the run by its name', () => {
  expect(judgeFlaky([flaky('one')], [flaky('one')], ran).reason).toBe('Flaky twice in a row: one');
  expect(judgeFlaky([flaky('two')], [flaky('one')], ran).reason).toBeNull();
});

test('a run without a test keeps what is remembered of it, and one in which it passes forgets it', () => {
  const before = [flaky('one'), flaky('elsewhere')];
  expect(judgeFlaky([], before, ran).remembered).toEqual([flaky('elsewhere')]);
});

test('a flaky test is described by its place, its failure and its trace', () => {
  expect(describeFlaky({ ...flaky('one'), trace: 'trace.zip' })).toBe(
    '  operations.spec.ts:8 › one\n    first attempt: Timed out\n    trace of the second: trace.zip',
  );
});

test('what a run remembered is read by the next one, and what an interrupted run wrote in part is ignored', () => {
  const remembered = JSON.stringify([flaky('one')]);
  expect(parseRemembered(remembered)).toEqual([flaky('one')]);
  expect(parseRemembered(remembered.slice(0, -5))).toEqual([]);
  expect(parseRemembered('[{"title":"one"}]')).toEqual([]);
});
