import { expect, test } from 'vitest';
import { createEnding } from './ending.ts';

function stack() {
  const events: string[] = [];
  let time = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const ending = createEnding(
    (code) => events.push(`exit ${code}`),
    () => time,
  );
  for (const name of ['simulator', 'console']) {
    ending.add({
      stop: async () => {
        events.push(`stop ${name}`);
        if (name === 'console') await held;
      },
      hurry: () => events.push(`hurry ${name}`),
    });
  }
  return {
    ending,
    events,
    release,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

test('a Ctrl-C that arrives twice, from the terminal’s group and from the parent, ends the services in order', async () => {
  const { ending, events, release, pass } = stack();
  ending.onSignal();
  pass(600);
  ending.onSignal();
  release();
  await ending.endWith(0);

  expect(events).toEqual(['stop console', 'stop simulator', 'exit 0']);
});

test('a second Ctrl-C asks the services to hurry', async () => {
  const { ending, events, release, pass } = stack();
  ending.onSignal();
  pass(5_000);
  ending.onSignal();
  release();
  await ending.endWith(0);

  expect(events).toEqual(['stop console', 'hurry simulator', 'hurry console', 'stop simulator', 'exit 0']);
});
