/**
 * Postgres refuses to run as root. A console run by root therefore lends its Postgres an unprivileged account of the machine,
 * and that account has to be able to pass every folder above the binaries and the data.
 */
import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseUnavailable } from './database-unavailable.ts';

export type PostgresAccount = { kind: 'own' } | { kind: 'lent'; name: string; uid: number; gid: number };

/** In this order: an account made for Postgres, else the one that owns nothing. */
const candidates = ['postgres', 'nobody'];

/** The account that owns existing data goes on owning it, so that one installed later does not lock the console out. */
export async function choosePostgresAccount(existingData: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) {
    assertNamedAccount();
    return { kind: 'own' };
  }
  const owner = await ownerOf(existingData);
  for (const name of owner === undefined ? candidates : [owner, ...candidates]) {
    const account = await lookUp(name);
    if (account !== undefined) return account;
  }
  throw new DatabaseUnavailable(
    'Postgres refuses to run as root, and this machine has neither an account "postgres" nor "nobody" to run it with.',
    'Run the console as an ordinary user, or set CONSOLE_DATABASE_URL to a Postgres of your own.',
  );
}

/** What `spawn` needs to act as the account; nothing when the console's own account will do. */
export function actingAs(account: PostgresAccount): { uid?: number; gid?: number } {
  return account.kind === 'lent' ? { uid: account.uid, gid: account.gid } : {};
}

/** The first folder from the root down to `path` that does not let the account pass, if any. */
export async function closedFolderAbove(path: string, account: PostgresAccount): Promise<string | undefined> {
  if (account.kind === 'own') return undefined;
  const folders: string[] = [];
  for (let folder = path; ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  for (const folder of folders) {
    if (!(await letsPass(folder, account))) return folder;
  }
  return undefined;
}

async function letsPass(folder: string, account: { uid: number; gid: number }): Promise<boolean> {
  const { mode, uid, gid } = await stat(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}

async function ownerOf(path: string): Promise<string | undefined> {
  try {
    const { uid } = await stat(path);
    return uid === 0 ? undefined : String(uid);
  } catch {
    return undefined; // no data yet
  }
}

async function lookUp(nameOrUid: string): Promise<PostgresAccount | undefined> {
  try {
    const [uid, gid, name] = await Promise.all([
      id('-u', nameOrUid),
      id('-g', nameOrUid),
      id('-un', nameOrUid),
    ]);
    return { kind: 'lent', name, uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined; // `id` ends with an error for an account that is not there
  }
}

async function id(flag: string, nameOrUid: string): Promise<string> {
  const { stdout } = await promisify(execFile)('id', [flag, nameOrUid]);
  return stdout.trim();
}

/** initdb looks its own user up and stops where a container was given a bare number. */
function assertNamedAccount(): void {
  if (process.platform === 'win32') return;
  try {
    userInfo();
  } catch {
    throw new DatabaseUnavailable(
      `The console runs as user ${process.getuid?.()}, which this machine has no name for, and Postgres insists on one.`,
      'Add the user to /etc/passwd, or set CONSOLE_DATABASE_URL to a Postgres of your own.',
    );
  }
}
