/** Reads `postmaster.pid`, in which a Postgres says who and where it is, and judges whether it still tells the truth. */
import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isAlive } from './postgres-cluster.ts';

/**
 * `alive`: that Postgres runs; `ready` once it takes connections. `stale`: its process is gone. `usurped`: the number belongs
 * to another program today, which Postgres itself cannot tell and would refuse to start over.
 */
export type Postmaster =
  | { state: 'absent' }
  | { state: 'stale' }
  | { state: 'usurped'; pid: number }
  | { state: 'alive'; pid: number; port: number; ready: boolean };

export async function readPostmaster(data: string): Promise<Postmaster> {
  const lines = await readLines(join(data, 'postmaster.pid'));
  if (lines === undefined) return { state: 'absent' };
  // Lines 1, 4 and 8 of the file: process id, port, status. Documented in Postgres' own pidfile.h.
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return { state: 'stale' };
  const serves = await servesData(pid, await realpath(data));
  if (serves === 'no longer') return { state: 'stale' };
  if (serves === 'no') return { state: 'usurped', pid };
  return { state: 'alive', pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

async function readLines(path: string): Promise<string[] | undefined> {
  try {
    return (await readFile(path, 'utf8')).split('\n');
  } catch {
    return undefined;
  }
}

/** A Postgres works inside its data directory and names it on its command line. Where neither can be seen, the file is believed. */
async function servesData(pid: number, data: string): Promise<'yes' | 'no' | 'no longer'> {
  const command = await commandLine(pid);
  if (command === '') return 'no longer'; // died, and its parent has not yet taken note
  if (command === undefined) return 'yes';
  if (!command.includes('postgres')) return 'no';
  const folder = await workingFolder(pid);
  return (folder === undefined ? command.includes(data) : folder === data) ? 'yes' : 'no';
}

async function commandLine(pid: number): Promise<string | undefined> {
  try {
    if (process.platform === 'linux') {
      return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
    }
    if (process.platform === 'win32') return undefined;
    return (await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).stdout.trim();
  } catch {
    return undefined;
  }
}

async function workingFolder(pid: number): Promise<string | undefined> {
  return readlink(`/proc/${pid}/cwd`).catch(() => undefined); // Linux alone has it, and shows it to the owner
}
