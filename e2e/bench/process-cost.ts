/** What a process has cost so far, as Linux counts it; `null` elsewhere. */
import { readFile } from 'node:fs/promises';

const TICKS_PER_SECOND = 100;

/** Processor seconds, its own and the kernel’s for it. */
export async function processorSeconds(pid: number | undefined): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (stat === null) return null;
  // The name in parentheses may hold blanks; what follows it is numbers.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** What it holds in memory now, and the most it ever held. */
export async function residentMiB(pid: number | undefined): Promise<{ now: number; most: number } | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const of = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) / 1024;
  return status === '' ? null : { now: of('VmRSS'), most: of('VmHWM') };
}
