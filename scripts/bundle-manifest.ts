/** Reads Vite's manifest: which files a chunk needs before it can run, and how one gets from the entry to a page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Chunk = {
  file: string;
  imports: string[];
  dynamicImports: string[];
  css: string[];
  isEntry: boolean;
};
export type Manifest = ReadonlyMap<string, Chunk>;

export function readManifest(dist: string): Manifest {
  const manifest: unknown = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null)
    throw new Error('The manifest of the web build is no object.');
  return new Map(Object.entries(manifest).map(([key, chunk]) => [key, parseChunk(key, chunk)]));
}

/** The files that the chunk loads before it runs: itself, its static imports, and the style sheets of all of them. */
export function filesOf(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return new Set();
  seen.add(key);
  const { file, imports, css } = chunkAt(manifest, key);
  return new Set([file, ...css, ...imports.flatMap((each) => [...filesOf(manifest, each, seen)])]);
}

/** The lazy chunks on the shortest way from the entry to the page, the page last; empty when there is no way. */
export function lazyChunksTo(manifest: Manifest, entry: string, page: string): string[] {
  const ways: string[][] = [[entry]];
  const visited = new Set([entry]);
  for (const way of ways) {
    const last = way.at(-1) ?? entry;
    if (last === page) return way.slice(1);
    for (const next of dynamicImportsOf(manifest, last)) {
      if (!visited.has(next)) ways.push([...way, next]);
      visited.add(next);
    }
  }
  return [];
}

function dynamicImportsOf(manifest: Manifest, key: string, seen = new Set<string>()): string[] {
  if (seen.has(key)) return [];
  seen.add(key);
  const { imports, dynamicImports } = chunkAt(manifest, key);
  return [...dynamicImports, ...imports.flatMap((each) => dynamicImportsOf(manifest, each, seen))];
}

function chunkAt(manifest: Manifest, key: string): Chunk {
  const chunk = manifest.get(key);
  if (!chunk) throw new Error(`The manifest names ${key} but does not describe it.`);
  return chunk;
}

function parseChunk(key: string, chunk: unknown): Chunk {
  if (typeof chunk !== 'object' || chunk === null || !('file' in chunk) || typeof chunk.file !== 'string') {
    throw new Error(`The manifest names no file for ${key}.`);
  }
  return {
    file: chunk.file,
    imports: textsAt(chunk, 'imports'),
    dynamicImports: textsAt(chunk, 'dynamicImports'),
    css: textsAt(chunk, 'css'),
    isEntry: 'isEntry' in chunk && chunk.isEntry === true,
  };
}

function textsAt(holder: object, key: string): string[] {
  const value: unknown = Reflect.get(holder, key);
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
