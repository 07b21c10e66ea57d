/** The built pages, read once: they are few, and a file that is opened for every request can be left open by a client that goes. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** One file in each form that the build made of it; `etag` without the marks of a form. */
export type BuiltFile = { type: string; etag: string; plain: Buffer; gzip?: Buffer; br?: Buffer };

/** By their addresses, such as `/assets/console-2wjkosgn.js`; empty when nothing is built. */
export function readBuiltFiles(directory: string): ReadonlyMap<string, BuiltFile> {
  const names = globSync('**/*.*', { cwd: directory }).filter((name) => !/(^|[\\/])\.|\.(gz|br)$/.test(name));
  return new Map(names.map((name) => [`/${name.replaceAll('\\', '/')}`, read(join(directory, name))]));
}

function read(path: string): BuiltFile {
  const plain = readFileSync(path);
  const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 27);
  const gzip = ifThere(`${path}.gz`);
  const br = ifThere(`${path}.br`);
  return { type: extname(path), etag, plain, ...(gzip && { gzip }), ...(br && { br }) };
}

function ifThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}
