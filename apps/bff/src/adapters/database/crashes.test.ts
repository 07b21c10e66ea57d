import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import {
  type ConsoleProcess,
  emptyFolder,
  folderWithCluster,
  livingPostmaster,
  postmasterOf,
  removeFolder,
  silent,
  spawnConsole,
  startConsoleProcess,
} from '../../test-bench/database-folder.ts';
import { openDatabase } from './database.ts';

let folder: string;
let running: ConsoleProcess | undefined;

afterEach(async () => {
  await running?.kill();
  running = undefined;
  await removeFolder(folder);
});

test('REL-09 a console killed -9 leaves its Postgres, and the next one joins it with nothing lost', async () => {
  folder = await folderWithCluster();
  running = await startConsoleProcess(folder);
  await running.wroteUpTo(20);
  const pid = await livingPostmaster(folder);
  await running.kill();
  expect(await livingPostmaster(folder)).toBe(pid);

  const next = await startConsoleProcess(folder);
  expect(await livingPostmaster(folder)).toBe(pid);
  expect(next.port).toBe(running.port);
  expect(await missingRows(folder, running.acknowledged())).toEqual([]);
  await next.close();
  expect(await postmasterOf(folder)).toEqual({ state: 'absent' });
});

test('REL-11 whatever is killed -9 during writes, every acknowledged row is there at the next start', async () => {
  folder = await folderWithCluster();
  for (const victims of ['postgres', 'console', 'console and postgres']) {
    running = await startConsoleProcess(folder);
    await running.wroteUpTo(running.acknowledged() + 15);
    const pid = await livingPostmaster(folder);
    if (victims.startsWith('postgres')) process.kill(pid, 'SIGKILL');
    await running.kill();
    if (victims === 'console and postgres') process.kill(pid, 'SIGKILL');
    expect(await missingRows(folder, running.acknowledged()), victims).toEqual([]);
  }
});

test('REL-11 a console killed -9 while it makes its first Postgres starts cleanly the next time', async () => {
  folder = await emptyFolder();
  const first = spawnConsole(folder);
  const somethingThere = async () =>
    (await readdir(folder)).some((entry) => entry.startsWith('postgres.new-'));
  await expect.poll(somethingThere, { interval: 10 }).toBe(true);
  first.kill('SIGKILL');
  await once(first, 'exit');

  running = await startConsoleProcess(folder);
  await running.wroteUpTo(5);
  await running.close();
  expect((await readdir(folder)).filter((entry) => !entry.startsWith('postgres.new-'))).toEqual(['postgres']);
  expect(await missingRows(folder, running.acknowledged())).toEqual([]);
});

/** Opens the database as the next console would and looks for the numbers 1 to `last`. */
async function missingRows(dataDir: string, last: number): Promise<unknown[]> {
  const { pool, close } = await openDatabase({ dataDir, log: silent });
  const { rows } = await pool.query(
    'select wanted from generate_series(1, $1::bigint) wanted where wanted not in (select n from entry)',
    [last],
  );
  await close();
  return rows;
}
