import { pbkdf2 } from 'node:crypto';
import { once } from 'node:events';
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { parseKeyEncryptionKeys } from '../../key-encryption-keys.ts';
import { Secret } from '../../ports/secret.ts';
import {
  bytesOf,
  copyOf,
  emptyFolder,
  folderWithCluster,
  livingPostmaster,
  postmasterOf,
  removeFolder,
  silent,
} from '../../test-bench/database-folder.ts';
import { createCredentialVault } from '../vault/credential-vault.ts';
import { openDatabase } from './database.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';

const derive = promisify(pbkdf2);
const throwaway = { settings: {}, initdbFlags: ['--no-sync'] };
let model: string;
const folders: string[] = [];

beforeAll(async () => {
  model = await folderWithCluster();
});

afterEach(async () => {
  for (const folder of folders.splice(0)) await removeFolder(folder);
});

afterAll(() => removeFolder(model));

test('REL-09 consoles on one data directory share one Postgres, and the last one to leave stops it', async () => {
  const dataDir = await aCluster();
  const one = await startEmbeddedPostgres({ dataDir, log: silent });
  const pid = await livingPostmaster(dataDir);
  const other = await startEmbeddedPostgres({ dataDir, log: silent });

  expect(await livingPostmaster(dataDir)).toBe(pid);
  expect(other.address).toEqual(one.address);
  await one.close();
  expect(await livingPostmaster(dataDir)).toBe(pid);
  await other.close();
  expect(await postmasterOf(dataDir)).toEqual({ state: 'absent' });
});

test('REL-09 consoles that start and leave at the same moment never meet a second Postgres', async () => {
  const dataDir = await aFolder();
  const consoles = await Promise.all(
    [1, 2, 3].map(() => startEmbeddedPostgres({ dataDir, log: silent, throwaway })),
  );
  expect(new Set(consoles.map(({ address }) => address.port)).size).toBe(1);
  expect((await readdir(dataDir)).sort()).toEqual(['postgres']);

  const [leaving, ...staying] = consoles;
  const [, newcomer] = await Promise.all([leaving?.close(), startEmbeddedPostgres({ dataDir, log: silent })]);
  await Promise.all(staying.map((each) => each.close()));
  expect(await answers(newcomer.address)).toBe(true);
  await newcomer.close();
  expect(await postmasterOf(dataDir)).toEqual({ state: 'absent' });
});

test('REL-10 a lock file left by a power loss does not stop the next start', async () => {
  const dataDir = await aCluster();
  await writeFile(
    join(dataDir, 'postgres', 'data', 'postmaster.pid'),
    '999999999\n/elsewhere\n0\n5432\n\n\n\nready   \n',
  );
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
  expect(await answers(postgres.address)).toBe(true);
  await postgres.close();
});

test('REL-10 a lock file whose process number belongs to another program does not stop the next start', async () => {
  const dataDir = await aCluster();
  // This test's own process is as alive as can be, and is no Postgres.
  await writeFile(
    join(dataDir, 'postgres', 'data', 'postmaster.pid'),
    `${process.pid}\n/elsewhere\n0\n5432\n\n\n\nready   \n`,
  );
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
  expect(await livingPostmaster(dataDir)).not.toBe(process.pid);
  expect(await answers(postgres.address)).toBe(true);
  await postgres.close();
});

test('REL-10 a taken port is exchanged for another', async () => {
  const dataDir = await aCluster();
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const address = squatter.address();
  const taken = address !== null && typeof address === 'object' ? address.port : 0;
  await writeFile(join(dataDir, 'postgres', 'port'), String(taken));

  const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
  expect(postgres.address.port).not.toBe(taken);
  expect(await answers(postgres.address)).toBe(true);
  await postgres.close();
  squatter.close();
});

test('REL-10 a data directory that cannot be made or written to ends in one clear sentence', async () => {
  const start = (dataDir: string) => startEmbeddedPostgres({ dataDir, log: silent });
  await expect(start('/dev/null/data')).rejects.toThrow(
    /^The data directory \/dev\/null\/data cannot be created \(ENOTDIR\)\. Set CONSOLE_DATA_DIR/,
  );
  await expect(start('/proc')).rejects.toThrow(
    /^The data directory \/proc cannot be written to \(\w+\)\. Give the account/,
  );
});

test('REL-10 a Postgres that ends at once is told of in one sentence, however busy the console is', async () => {
  const dataDir = await aCluster();
  await writeFile(join(dataDir, 'postgres', 'data', 'postgresql.auto.conf'), 'no_such_setting = 1\n');
  // Every call of the file system waits behind these, while Postgres does not.
  let busy = true;
  const work = async () => {
    while (busy) await derive('password', 'salt', 40_000, 32, 'sha512');
  };
  const others = Array.from({ length: 12 }, work);

  try {
    await expect(startEmbeddedPostgres({ dataDir, log: silent })).rejects.toThrow(
      /does not start: FATAL: .*configuration file/,
    );
  } finally {
    busy = false;
    await Promise.all(others);
  }
});

test('SEC-15 a data directory open to other accounts is refused and left as it is', async () => {
  const dataDir = await aCluster();
  await chmod(dataDir, 0o755);
  await expect(startEmbeddedPostgres({ dataDir, log: silent })).rejects.toThrow(
    /is open to other accounts .*chmod 700/,
  );
  expect(await postmasterOf(dataDir)).toEqual({ state: 'absent' });
});

test('what an interrupted first start left behind is cleared away', async () => {
  const dataDir = await aCluster();
  await writeFile(join(dataDir, 'postgres.new-999999999-abc'), '');
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
  expect(await readdir(dataDir)).toEqual(['postgres']);
  await postgres.close();
});

test('a Postgres that was killed comes back at the same address under a living console', async () => {
  const dataDir = await aCluster();
  const database = await openDatabase({ dataDir, log: silent });
  await database.pool.query('create table entry (n int)');
  await database.pool.query('insert into entry values (1)');
  const killed = await livingPostmaster(dataDir);
  process.kill(killed, 'SIGKILL');

  await expect.poll(() => livingPostmaster(dataDir).catch(() => killed)).not.toBe(killed);
  const count = () =>
    database.pool.query('select count(*) from entry').then(
      ({ rows }) => rows[0].count,
      () => 'away',
    );
  await expect.poll(count).toBe('1');
  await database.close();
  expect(await postmasterOf(dataDir)).toEqual({ state: 'absent' });
});

test('the console works as an ordinary role that can neither read files nor see other databases', async () => {
  const dataDir = await aCluster();
  const { pool, close } = await openDatabase({ dataDir, log: silent });
  await expect(pool.query("select pg_read_file('/etc/passwd')")).rejects.toMatchObject({ code: '42501' });
  await expect(pool.query("copy (select 1) to program 'true'")).rejects.toMatchObject({ code: '42501' });
  const { rows } = await pool.query(
    "select current_user as role, current_setting('fsync') as fsync, current_setting('data_checksums') as checksums",
  );
  expect(rows).toEqual([{ role: 'console', fsync: 'on', checksums: 'on' }]);
  await close();
});

test('Postgres refuses a wrong password and is not told what stands in the console’s environment', async () => {
  const dataDir = await aCluster();
  process.env.CONSOLE_TEST_CANARY = 'CANARY-environment';
  const postgres = await startEmbeddedPostgres({ dataDir, log: silent });
  delete process.env.CONSOLE_TEST_CANARY;
  const stranger = new pg.Client({ ...postgres.superuserAddress, password: 'guess' });
  await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  if (process.platform === 'linux') {
    const environment = await readFile(`/proc/${await livingPostmaster(dataDir)}/environ`, 'latin1');
    expect(environment).not.toContain('CANARY');
  }
  await postgres.close();
});

test('SEC-10 no byte on disk, write-ahead log and server log included, shows a sealed secret', async () => {
  const dataDir = await aCluster();
  const { pool, close } = await openDatabase({ dataDir, log: silent });
  const [key] = parseKeyEncryptionKeys(`k1:${Buffer.alloc(32, 1).toString('base64')}`);
  if (key === undefined) throw new Error('The test gave no key.');
  const place = {
    table: 'entry',
    rowId: '1',
    field: 'sealed',
    version: 1,
    gatewayHosts: ['gateway.example'],
    clientId: 'c',
  };
  const sealed = createCredentialVault([key]).seal(new Secret('CANARY-sealed'), place);

  await pool.query('create table entry (marker text unique, sealed text)');
  await pool.query('insert into entry values ($1, $2)', ['MARKER-in-clear', sealed]);
  await expect(
    pool.query('insert into entry values ($1, $2)', ['MARKER-in-clear', sealed]),
  ).rejects.toThrow();
  await pool.query('delete from entry');
  await close();

  const bytes = await bytesOf(dataDir);
  expect(bytes.includes('MARKER-in-clear')).toBe(true);
  expect(bytes.includes('CANARY-sealed')).toBe(false);
  expect(await readFile(join(dataDir, 'postgres', 'server.log'), 'latin1')).not.toContain('MARKER');
});

async function aFolder(): Promise<string> {
  const folder = await emptyFolder();
  folders.push(folder);
  return folder;
}

async function aCluster(): Promise<string> {
  const folder = await copyOf(model);
  folders.push(folder);
  return folder;
}

async function answers(address: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(address);
  await client.connect();
  const { rows } = await client.query('select true as answers');
  await client.end();
  return rows[0].answers;
}
