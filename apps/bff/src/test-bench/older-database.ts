/** A console on a database that an older version of it wrote, signed in as its administrator. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { migrateDatabase } from '../adapters/database/migrate.ts';
import { sessionCookieName } from '../http/session-cookie.ts';
import { startBff } from './bff.ts';
import { clientOf } from './connected-console.ts';
import { createTestDatabase } from './test-database.ts';

/** What is sealed in the dumps was sealed with it. */
const keyOfDumps = `test:${Buffer.alloc(32).toString('base64')}`;

export async function startOnDump(name: string) {
  const database = await createTestDatabase({ migrated: false });
  await database.pool.query(await readFile(new URL(`dumps/${name}.sql`, import.meta.url), 'utf8'));
  await migrateDatabase(database.pool);
  const sessionId = 'a-session-of-the-administrator';
  const idHash = createHash('sha256').update(sessionId).digest('hex');
  await database.db.execute(sql`
    insert into sessions (id_hash, person_id, expires_at)
    select ${idHash}, id, now() + interval '1 hour' from people where role = 'admin'`);
  const bff = await startBff({ database, keys: keyOfDumps });
  const client = clientOf(bff, `${sessionCookieName(new URL(bff.url))}=${sessionId}`);
  return {
    ...client,
    bff,
    async [Symbol.asyncDispose]() {
      await bff.close();
      await database.close();
    },
  };
}
