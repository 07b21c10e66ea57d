import { expect, test } from 'vitest';
import { eventually, untilReleased } from '../../test-bench/connected-console.ts';
import { type KillableConsole, startKillable } from '../../test-bench/killable-console.ts';

test('REL-22 an uncaught fault ends the console, tells no values, and the next start finds what was open', async () => {
  await using killable = await startKillable({ faultOnSignal: true });
  killable.vendor.setFaults([{ operation: 'A3', fault: untilReleased }]);
  void killable.create('Open at the fault');
  await untilArrived(killable, 'A3');

  const { code, output } = await killable.fault();
  killable.vendor.clearFaults();
  await killable.start();

  expect(code).toBe(1);
  expect(output).toContain('uncaught');
  expect(output).not.toContain('canary-of-a-fault');
  const settled = await killable.settledOperations();
  expect(settled.find(({ connectorName }) => connectorName === 'Open at the fault')?.state).toBe('adopted');
});

test('REL-04 killed before the request left is absent; killed after it is found at the gateway', async () => {
  await using killable = await startKillable();
  killable.vendor.setFaults([{ operation: 'A5', fault: untilReleased }]);
  void killable.create('Never left');
  await killable.untilRecorded('Never left', 'requested');
  await killable.kill();
  killable.vendor.setFaults([{ operation: 'A3', fault: untilReleased }]);
  await killable.start();
  void killable.create('Left and lost');
  await untilArrived(killable, 'A3');
  await killable.kill();
  killable.vendor.clearFaults();
  await killable.start();

  const settled = await killable.settledOperations();

  const stateOf = (name: string) => settled.find(({ connectorName }) => connectorName === name)?.state;
  expect(stateOf('Never left')).toBe('absent');
  expect(stateOf('Left and lost')).toBe('adopted');
  expect(killable.committed('A3')).toMatchObject([{ name: 'Left and lost' }]);
});

/** Waits until a call is at the gateway, answered or not. */
async function untilArrived(killable: KillableConsole, operation: string): Promise<void> {
  await eventually(
    async () => killable.vendor.arrived(operation),
    (calls) => calls > 0,
  );
}
