/**
 * The folder in which the console's own Postgres lives:
 *   postgres/data       the cluster, owned by the account that runs it
 *   postgres/password   of the superuser, mode 0600, readable by the console alone
 *   postgres/port       where Postgres listened last, and listens again unless another program has taken it
 *   postgres/server.log
 * It appears in one piece: initdb works beside it and the result is renamed, so that a console killed half-way, or two
 * consoles at once, never leave half a cluster behind.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { systemCode } from '../data-directory.ts';
import { DatabaseUnavailable } from './database-unavailable.ts';
import { actingAs, type PostgresAccount } from './postgres-account.ts';
import { binary, type PostgresBinaries } from './postgres-binaries.ts';

export type PostgresCluster = {
  /** The folder described above, as a real path. */
  home: string;
  /** `home/data`: what Postgres calls its data directory. */
  data: string;
  log: string;
  password: string;
  account: PostgresAccount;
  binaries: PostgresBinaries;
};

export const superuser = 'postgres';

type Ground = { home: string; account: PostgresAccount; binaries: PostgresBinaries };

/** Opens the cluster at `home`, or makes it. `initdbFlags` is for throw-away clusters. */
export async function openCluster(
  ground: Ground,
  initdbFlags: readonly string[] = [],
): Promise<PostgresCluster> {
  const { home } = ground;
  await clearAbandoned(home);
  if (!(await exists(join(home, 'data', 'PG_VERSION')))) await createCluster(ground, initdbFlags);
  const path = await realpath(home);
  return {
    ...ground,
    home: path,
    data: join(path, 'data'),
    log: join(path, 'server.log'),
    password: await readPassword(path),
  };
}

async function createCluster(
  { home, account, binaries }: Ground,
  initdbFlags: readonly string[],
): Promise<void> {
  const draft = await mkdtemp(`${home}.new-${process.pid}-`);
  try {
    await letPass(draft, account);
    const password = randomBytes(32).toString('base64url');
    await writeFile(join(draft, 'password'), password, { mode: 0o600 });
    await runInitdb({ draft, account, binaries, password, initdbFlags });
    await rename(draft, home);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another console was faster: its cluster is as good as ours.
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(systemCode(error)) && (await exists(join(home, 'data'))))
      return;
    throw error;
  }
}

type Initdb = Omit<Ground, 'home'> & { draft: string; password: string; initdbFlags: readonly string[] };

async function runInitdb({ draft, account, binaries, password, initdbFlags }: Initdb): Promise<void> {
  const data = join(draft, 'data');
  const passwordForInitdb = join(draft, 'initdb-password');
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordForInitdb, `${password}\n`, { mode: 0o600 });
  if (account.kind === 'lent') {
    await chown(data, account.uid, account.gid);
    await chown(passwordForInitdb, account.uid, account.gid);
  }
  const flags = [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordForInitdb}`,
    '--auth=scram-sha-256',
    '--data-checksums',
    '--encoding=UTF8',
    // The machine's own locales differ from one to the next, and an upgrade of theirs would corrupt indexes.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...initdbFlags,
  ];
  try {
    await promisify(execFile)(binary(binaries, 'initdb'), flags, {
      cwd: draft,
      env: postgresEnvironment(),
      ...actingAs(account),
    });
  } catch (error) {
    throw initdbFailed(error);
  } finally {
    await rm(passwordForInitdb, { force: true });
  }
}

/** Postgres gets nothing of the console's environment: keys and passwords may stand in it. */
export function postgresEnvironment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env; // Windows cannot start a program without it
  return {
    LC_ALL: 'C',
    TZ: 'UTC',
    PATH: '/usr/bin:/bin',
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
  };
}

/** Owned by the console; the lent account may pass through it and no more. */
export async function letPass(folder: string, account: PostgresAccount): Promise<void> {
  if (account.kind === 'own') return;
  await chown(folder, 0, account.gid);
  await chmod(folder, 0o710);
}

function initdbFailed(error: unknown): DatabaseUnavailable {
  const printed: unknown = error instanceof Error ? Reflect.get(error, 'stderr') : undefined;
  const reason =
    typeof printed === 'string' ? printed.match(/(?:error|FATAL|invalid|No space).*/i)?.[0] : undefined;
  return new DatabaseUnavailable(
    `The console could not create its Postgres (${reason ?? systemCode(error)}).`,
    'See that the data directory has 100 MB of free space on a local disk, or set CONSOLE_DATABASE_URL.',
  );
}

async function readPassword(home: string): Promise<string> {
  try {
    return (await readFile(join(home, 'password'), 'utf8')).trim();
  } catch (error) {
    throw new DatabaseUnavailable(
      `The password of the console's Postgres in ${home} cannot be read (${systemCode(error)}).`,
      'Start the console as the user who started it first, or restore the data directory from a backup.',
    );
  }
}

/** Removes what a console killed during its first start left behind; a living one's work is left alone. */
async function clearAbandoned(home: string): Promise<void> {
  const [parent, name] = [join(home, '..'), home.slice(join(home, '..').length + 1)];
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(`${name}.new-`)) continue;
    const pid = Number(entry.slice(`${name}.new-`.length).split('-')[0]);
    if (pid === process.pid || isAlive(pid)) continue;
    // An initdb that outlived its console may still be writing there; what is left goes at the next start.
    await rm(join(parent, entry), { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

/** Signal 0 asks without harm; a process of another account answers EPERM and lives. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
