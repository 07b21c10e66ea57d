/** Reads Vite's manifest: which files a chunk needs before it can run, and which chunks lead from the entry to a page. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const names = z.array(z.string()).default([]);
const Chunk = z.object({
  file: z.string(),
  imports: names,
  dynamicImports: names,
  css: names,
  isEntry: z.boolean().default(false),
});
export type Chunk = z.infer<typeof Chunk>;
export type Manifest = ReadonlyMap<string, Chunk>;

export function readManifest(dist: string): Manifest {
  const content: unknown = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'));
  return new Map(Object.entries(z.record(z.string(), Chunk).parse(content)));
}

/** The files that the chunk loads before it runs: itself, its static imports, and the style sheets of all of them. */
export function filesOf(manifest: Manifest, key: string): Set<string> {
  return new Set(staticallyLoaded(manifest, key).flatMap(({ file, css }) => [file, ...css]));
}

/** The lazy chunks on the shortest way from the entry to the page, the page last; empty when there is no way. */
export function lazyChunksTo(manifest: Manifest, entry: string, page: string): string[] {
  const ways: string[][] = [[entry]];
  const visited = new Set([entry]);
  for (const way of ways) {
    const last = way.at(-1) ?? entry;
    if (last === page) return way.slice(1);
    for (const next of staticallyLoaded(manifest, last).flatMap((chunk) => chunk.dynamicImports)) {
      if (!visited.has(next)) ways.push([...way, next]);
      visited.add(next);
    }
  }
  return [];
}

/** Files of chunks that need each other before they can run: what one of them takes from the other may not be there yet. */
export function filesInCircles(manifest: Manifest): string[] {
  const needsItself = ({ imports, file }: Chunk) =>
    imports.some((key) => staticallyLoaded(manifest, key).some((needed) => needed.file === file));
  return [...manifest.values()].filter(needsItself).map(({ file }) => file);
}

/** The chunk and, through its static imports, every chunk that runs with it. */
function staticallyLoaded(manifest: Manifest, key: string, seen = new Set<string>()): Chunk[] {
  if (seen.has(key)) return [];
  seen.add(key);
  const chunk = manifest.get(key);
  if (!chunk) throw new Error(`The manifest names ${key} but does not describe it.`);
  return [chunk, ...chunk.imports.flatMap((each) => staticallyLoaded(manifest, each, seen))];
}
