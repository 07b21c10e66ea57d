/**
 * The database part of a console as a process of its own, for tests that kill it: `node database-console.ts <data directory>`. Prints
 * `ready <port>`, then `wrote <n>` for every row that Postgres acknowledged; ends when its input does.
 */
import process from 'node:process';
import { pino } from 'pino';
import { openDatabase } from '../adapters/database/database.ts';

const dataDir = process.argv[2] ?? '';
const database = await openDatabase({ dataDir, log: pino({ level: 'silent' }) });
await database.pool.query('create table if not exists entry (n bigint primary key)');
process.stdout.write(`ready ${database.pool.options.port}\n`);

let open = true;
process.stdin.resume().once('end', () => {
  open = false;
});

const { rows } = await database.pool.query('select coalesce(max(n), 0) as last from entry');
for (let n = BigInt(rows[0].last) + 1n; open; n += 1n) {
  try {
    await database.pool.query('insert into entry values ($1)', [n]);
    process.stdout.write(`wrote ${n}\n`);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, 50)); // not acknowledged: the same number is not promised
  }
}
await database.close();
