/** Runs lines in a real POSIX shell in which `aws` and `az` do nothing but say with what they were called. */
import { spawnSync } from 'node:child_process';

/** The words of every call, the program's name first. What is substituted for a call is `answer-of-` and its name. */
export function callsOf(script: string): string[][] {
  const stub = (program: string) =>
    `${program}() { printf '%s\\0' ${program} "$@" >&2; printf '\\1\\0' >&2; echo answer-of-${program}; }`;
  const ran = spawnSync('/bin/sh', ['-eu', '-c', `${stub('aws')}\n${stub('az')}\n${script}`], {
    encoding: 'utf8',
    env: { PATH: '/nowhere' },
  });
  if (ran.status !== 0) throw new Error(`the shell stopped with ${ran.status}: ${ran.stderr}`);
  return ran.stderr
    .split('\u0001\0')
    .slice(0, -1)
    .map((call) => call.split('\0').slice(0, -1));
}
