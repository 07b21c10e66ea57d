import { expect, test } from 'vitest';
import { guardDials } from './dial-guard.ts';
import { createTestDatabase } from './test-database.ts';

test('LOAD-05 a call to the vendor inside a transaction is noticed, one outside is not', async () => {
  const database = await createTestDatabase();
  const guard = guardDials(database.db);

  guard.onCall({ operation: 'A5' });
  expect(guard.assertNone).not.toThrow();
  await guard.db.transaction(async () => {
    await Promise.resolve();
    guard.onCall({ operation: 'A3' });
  });

  expect(guard.assertNone).toThrow('A3');
  await database.close();
});
