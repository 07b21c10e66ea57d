import { expect, test } from 'vitest';
import { eventually } from '../../test-bench/connected-console.ts';
import { type KillableConsole, pause, startKillable } from '../../test-bench/killable-console.ts';
import { kills, shareOf } from '../../test-bench/kills.ts';

const rounds = Array.from({ length: kills }, (_, round) => round);
const nameOf = (round: number) => `Killed ${round}`;
/** Every third kill comes after the gateway has acted, however slow the machine is. */
const actsFirst = (round: number) => round % 3 === 2;

test(`REL-01 a console killed -9 at ${kills} points of a creation makes each connector once or not at all, and knows which`, async () => {
  await using killable = await startKillable();
  for (const round of rounds) {
    const answered = killable.create(nameOf(round));
    await untilPoint(killable, round);
    await killable.kill();
    await answered;
    await killable.start();
  }

  const settled = await killable.settledOperations();

  const created = connectorsCreated(killable);
  const happened = settled.filter(({ state }) => state === 'succeeded' || state === 'adopted');
  expect(created).toEqual(expect.arrayContaining(rounds.filter(actsFirst).map(nameOf)));
  expect(new Set(created).size, 'nothing was created twice').toBe(created.length);
  expect(happened.map(({ connectorName }) => connectorName).sort()).toEqual(created.sort());
  expect(settled.filter(({ state }) => state === 'needs-review')).toEqual([]);
});

/** In turn: at any time from before the request is read to after its answer; around the gateway's act; after it. */
async function untilPoint(killable: KillableConsole, round: number): Promise<void> {
  if (round % 3 === 0) return pause(shareOf(round) * 400);
  // Marked as sent before the first byte leaves, so the kill that follows races with the gateway.
  if (round % 3 === 1) await killable.untilRecorded(nameOf(round), 'sent', 'succeeded');
  if (actsFirst(round)) await untilCreated(killable, nameOf(round));
  await pause(shareOf(round) * 80);
}

async function untilCreated(killable: KillableConsole, name: string): Promise<void> {
  await eventually(
    async () => connectorsCreated(killable),
    (names) => names.includes(name),
  );
}

function connectorsCreated(killable: KillableConsole): string[] {
  return killable.committed('A3').map((body) => ('name' in body ? String(body.name) : ''));
}
