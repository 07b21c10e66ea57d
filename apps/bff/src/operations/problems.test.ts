import { expect, test } from 'vitest';
import { GatewayError } from '../ports/gateway-error.ts';
import { problemOfGateway } from '../ports/gateway-problem.ts';
import { outcomeUnknown } from './problems.ts';

test('an answer that was an error is told as that, with the gateway’s own words and no others', () => {
  const answered = new GatewayError('unavailable', {
    acted: 'maybe',
    status: 500,
    detail: 'The back end broke.',
  });
  expect(outcomeUnknown(answered)).toMatchObject({
    message: 'The gateway answered with an error (500), so it is not known whether it acted.',
    detail: 'The back end broke.',
    gatewayStatus: 500,
  });
  const silent = outcomeUnknown(new GatewayError('unavailable', { acted: 'maybe' }));
  expect(silent.message).toBe('The gateway’s answer was lost, so it is not known whether it acted.');
  expect(silent).not.toHaveProperty('detail');
});

test('what the console adds itself is never passed off as the gateway’s words', () => {
  const note = 'Too many calls are waiting for the gateway already.';
  const problem = problemOfGateway(new GatewayError('unavailable', { acted: 'no', note }));
  expect(problem).not.toHaveProperty('detail');
  expect(problem.next).toContain(note);
});

test('a limit that is used up names the time to try again, and points to none when it has none', () => {
  const retryAt = new Date(Date.now() + 25_000);
  const facts = { acted: 'no', retryAfterSeconds: 25, retryAt } as const;
  const limited = problemOfGateway(new GatewayError('rate-limited', facts));
  expect(limited).toMatchObject({ retryAfter: 25, retryAt: retryAt.toISOString() });
  const unreported = problemOfGateway(new GatewayError('rate-limited', { acted: 'no' }));
  expect(unreported).toMatchObject({ next: 'Try again in a minute.' });
});
