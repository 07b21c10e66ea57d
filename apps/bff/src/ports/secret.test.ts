import { format, inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from './secret.ts';

test('SEC-03 a secret cannot be printed by accident', () => {
  const secret = new Secret('CANARY');
  const printed = [
    `${secret}`,
    String(secret),
    JSON.stringify({ secret, list: [secret] }),
    inspect({ deep: { secret } }, { depth: 9, showHidden: true }),
    format('%s %o %O %j', secret, secret, secret, secret),
    JSON.stringify({ ...secret }),
    JSON.stringify(Object.entries(secret)),
  ].join();
  expect(printed).toContain('[secret]');
  expect(printed).not.toContain('CANARY');
  expect(secret.exposeSecret()).toBe('CANARY');
});
