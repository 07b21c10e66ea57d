/** Runs lines in a real POSIX shell in which `aws` and `az` do nothing but say with what they were called. */
import { spawnSync } from 'node:child_process';

/** The words of every call, the program's name first. What is substituted for a call is `answer-of-` and its name. */
export function callsOf(script: string): string[][] {
  const stub = (program: string) =>
    `${program}() { printf '%s\\0' "$#" ${program} "$@" >&2; echo answer-of-${program}; }`;
  const ran = spawnSync('/bin/sh', ['-eu', '-c', `${stub('aws')}\n${stub('az')}\n${script}`], {
    encoding: 'utf8',
    env: { PATH: '/nowhere' },
  });
  if (ran.status !== 0) throw new Error(`the shell stopped with ${ran.status}: ${ran.stderr}`);
  return [...callsIn(ran.stderr.split('\0').slice(0, -1))];
}

/** Each call is told as the number of its arguments, the program and these: a word may hold anything but the NUL between them. */
function* callsIn(reported: readonly string[]): Generator<string[]> {
  for (let at = 0; at < reported.length; ) {
    const end = at + 2 + Number(reported[at]);
    yield reported.slice(at + 1, end);
    at = end;
  }
}
