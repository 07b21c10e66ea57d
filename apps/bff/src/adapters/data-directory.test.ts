import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { prepareDataDirectory } from './data-directory.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'console-folder-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('a data directory that is not there is made for the console alone', async () => {
  const path = await prepareDataDirectory(join(folder, 'deep', 'data'));
  expect(await modeOf(path)).toBe(0o700);
});

test('a folder in which the console has kept nothing yet is closed to others', async () => {
  await chmod(folder, 0o755);
  await writeFile(join(folder, 'demo-gateway.json'), '{}');
  await prepareDataDirectory(folder);
  expect(await modeOf(folder)).toBe(0o700);
});

test.each([
  ['the console’s key', 0o755, 'console.key'],
  ['a file that is not the console’s', 0o755, 'letter.txt'],
  ['nothing, but all accounts share it', 0o1777, undefined],
])('SEC-15 an open folder is refused and left as it is when it holds %s', async (_what, mode, file) => {
  if (file !== undefined) await writeFile(join(folder, file), '');
  await chmod(folder, mode);
  await expect(prepareDataDirectory(folder)).rejects.toThrow(
    /is open to other accounts of this machine .*chmod 700/,
  );
  expect(await modeOf(folder)).toBe(mode);
});

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o7777;
}
