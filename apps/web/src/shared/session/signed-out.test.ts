import { afterEach, expect, test } from 'vitest';
import { announceSignedOut, currentSession, noteSessionBegun, onSignedOut } from './signed-out.ts';

const leave = new Set<() => void>();
afterEach(() => {
  for (const stop of leave) stop();
});

function listening(): () => number {
  let told = 0;
  leave.add(
    onSignedOut(() => {
      told += 1;
    }),
  );
  return () => told;
}

test('the end of the session is told to who listens, whichever call met it', () => {
  const told = listening();
  announceSignedOut(currentSession());
  expect(told()).toBe(1);
});

test('a refusal that comes after signing in again does not end the session that has begun since', () => {
  const told = listening();
  const asked = currentSession();
  noteSessionBegun();
  announceSignedOut(asked);
  expect(told()).toBe(0);

  announceSignedOut(currentSession());
  expect(told()).toBe(1);
});
