import { expect, test } from 'vitest';
import { lineForPeople } from './log-lines.ts';

test('what only a log collector reads is not shown', () => {
  expect(lineForPeople('console', '{"level":30,"msg":"listening"}')).toBeUndefined();
  expect(lineForPeople('console', '   ')).toBeUndefined();
});

test('a warning is shown as a sentence', () => {
  expect(lineForPeople('console', '{"level":40,"time":1,"msg":"the gateway is slow"}')).toBe(
    'console: WARN: the gateway is slow',
  );
});

test('an error is shown with its cause', () => {
  const line =
    '{"level":50,"err":{"type":"Error","message":"connection refused","stack":"…"},"msg":"refresh failed"}';
  expect(lineForPeople('console', line)).toBe('console: ERROR: refresh failed: connection refused');
});

test('plain text is shown as it is', () => {
  expect(lineForPeople('simulator', 'listening on 4100')).toBe('simulator: listening on 4100');
  expect(lineForPeople('simulator', '{not json')).toBe('simulator: {not json');
});

test('a warning says what it is about', () => {
  const facts =
    '"workspaceId":"4f1f1a1e","cloud":"azure","connector":"406179","code":"gateway-unavailable","other":"x"';
  expect(lineForPeople('console', `{"level":40,${facts},"msg":"A list could not be read"}`)).toBe(
    'console: WARN: A list could not be read, workspace 4f1f1a1e, azure, connector 406179, gateway-unavailable',
  );
});
