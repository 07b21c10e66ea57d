/** What the repository holds: every file that is tracked or about to be, with its text. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../../..');

/** Paths relative to the root, with forward slashes; ignored files are left out. */
export function trackedFiles(): string[] {
  // A checkout that belongs to someone else (a container's volume) is still this repository.
  const git = ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', git, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return [...new Set(listed.split('\0'))]
    .filter((file) => file !== '' && existsSync(join(root, file)))
    .sort();
}

/** `undefined` for a file that is no text. */
export function textOf(file: string): string | undefined {
  const content = readFileSync(join(root, file));
  return content.subarray(0, 8_000).includes(0) ? undefined : content.toString('utf8');
}

/** `file:line: text` for every line of the files that matches. */
export function linesMatching(files: string[], pattern: RegExp): string[] {
  return files.flatMap((file) =>
    (textOf(file) ?? '')
      .split('\n')
      .map((line, index) => ({ line, where: `${file}:${index + 1}` }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, where }) => `${where}: ${line.trim().slice(0, 160)}`),
  );
}
