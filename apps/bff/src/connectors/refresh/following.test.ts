import type { Connector, ConnectorReading, ConnectorState } from '@console/console-contract';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../ports/clock.ts';
import { createFollower } from './following.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hour = 3600_000;

/** A follower whose connector is in the state that `stateAt` says at each look, counted from 1. */
function following(stateAt: (look: number) => ConnectorState, mine: () => boolean = () => true) {
  const seen = { looks: 0, ends: 0 };
  const read = async (): Promise<ConnectorReading> => {
    seen.looks += 1;
    // Nothing of a connector but its state decides whether it is followed.
    const connector = { state: stateAt(seen.looks) } as Connector;
    return { connector, source: 'gateway', asOf: new Date().toISOString() };
  };
  const readDue = async () => {
    seen.ends += 1;
    return mine();
  };
  const follower = createFollower({ read, readDue, clock: systemClock, log: { info() {}, warn() {} } });
  return { seen, follower };
}

test('FLT-18 a job that never ends is looked at ever more rarely and then left to the refreshing of the list', async () => {
  const { seen, follower } = following(() => 'running');
  follower.follow('w', 'aws', '1');

  await vi.advanceTimersByTimeAsync(60_000);
  const afterAMinute = seen.looks;
  await vi.advanceTimersByTimeAsync(24 * hour);

  expect(afterAMinute).toBeLessThanOrEqual(8);
  expect(seen.looks).toBe(25);
  expect(seen.ends).toBe(0);
});

test('FLT-18 a job that goes backwards is followed until it rests', async () => {
  const states: ConnectorState[] = ['queued', 'running', 'queued', 'running', 'succeeded'];
  const { seen, follower } = following((look) => states[look - 1] ?? 'succeeded');
  follower.follow('w', 'azure', '1');

  await vi.advanceTimersByTimeAsync(hour);

  expect(seen).toEqual({ looks: 5, ends: 1 });
});

test('FLT-18 an unknown state is no reason to go on asking', async () => {
  const { seen, follower } = following(() => 'unknown');
  follower.follow('w', 'azure', '1');

  await vi.advanceTimersByTimeAsync(hour);

  expect(seen).toEqual({ looks: 3, ends: 1 });
});

test('an end that another reader is at is read once more later', async () => {
  const turns = [false, true];
  const { seen, follower } = following(
    () => 'succeeded',
    () => turns.shift() ?? true,
  );
  follower.follow('w', 'azure', '1');

  await vi.advanceTimersByTimeAsync(hour);

  expect(seen.ends).toBe(2);
});

test('of hundreds that begin at once only a few are followed: all users of the workspace share the calls', async () => {
  const { seen, follower } = following(() => 'running');
  for (let id = 0; id < 300; id += 1) follower.follow('w', 'aws', String(id));

  await vi.advanceTimersByTimeAsync(1);

  expect(seen.looks).toBe(10);
  await follower.stop();
});
