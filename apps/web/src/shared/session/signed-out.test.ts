import { afterEach, expect, test } from 'vitest';
import { announceSignedOut, currentSession, noteSessionBegun, onSignedOut } from './signed-out.ts';

const leave = new Set<() => void>();
afterEach(() => {
  for (const stop of leave) stop();
});

function listening(): () => number {
  let reported = 0;
  leave.add(
    onSignedOut(() => {
      reported += 1;
    }),
  );
  return () => reported;
}

test('the end of the session is told to who listens, whichever call met it', () => {
  const reported = listening();
  announceSignedOut(currentSession());
  expect(reported()).toBe(1);
});

test('a refusal that comes after signing in again does not end the session that has begun since', () => {
  const reported = listening();
  const asked = currentSession();
  noteSessionBegun();
  announceSignedOut(asked);
  expect(reported()).toBe(0);

  announceSignedOut(currentSession());
  expect(reported()).toBe(1);
});
