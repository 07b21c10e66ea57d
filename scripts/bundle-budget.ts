/**
 * What the browser must fetch before a person sees something, against what we allow ourselves. Each file is compressed
 * alone (gzip, level 9), as a server sends it. KB = 1,024 bytes. Fonts are listed but not counted: text shows before them.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { filesOf, lazyChunksTo, type Manifest, readManifest } from './bundle-manifest.ts';

const dist = join(import.meta.dirname, '../apps/web/dist');
const FIRST_PAGE = /^src\/features\/connectors\/connector(s|-list)-page\.tsx$/;

type Line = { what: string; measured: number; limit: number; unit: 'KB' | 'requests' };

try {
  weighAgainstBudget();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function weighAgainstBudget(): void {
  if (!existsSync(join(dist, '.vite/manifest.json'))) {
    throw new Error('There is no web build to weigh; `npm run build` makes one.');
  }
  const lines = measure(readManifest(dist));
  for (const line of lines) console.log(sentenceOf(line));
  for (const font of globSync('**/*.woff2', { cwd: dist })) {
    console.log(`not counted: ${font} (${kilobytes(readFileSync(join(dist, font)).length).toFixed(1)} KB)`);
  }
  if (lines.some(isOver)) process.exitCode = 1;
}

function sentenceOf(line: Line): string {
  const figure = line.unit === 'KB' ? line.measured.toFixed(1) : String(line.measured);
  const verdict = isOver(line) ? 'OVER' : 'ok';
  return `${line.what.padEnd(48)}${figure.padStart(7)} of ${String(line.limit).padStart(3)} ${line.unit.padEnd(9)}${verdict}`;
}

function isOver({ measured, limit }: Line): boolean {
  return measured > limit;
}

function measure(manifest: Manifest): Line[] {
  const entry = keyWhere(manifest, 'entry', (key) => manifest.get(key)?.isEntry === true);
  const page = keyWhere(manifest, 'chunk with the page of Connectors', (key) => FIRST_PAGE.test(key));
  const first = new Set([...filesOfDocument(), ...filesOf(manifest, entry)]);
  const screen = new Set([
    ...first,
    ...lazyChunksTo(manifest, entry, page).flatMap((key) => [...filesOf(manifest, key)]),
  ]);
  return [
    { what: 'entry: scripts and styles before first render', measured: weigh(first), limit: 120, unit: 'KB' },
    { what: 'first screen: Connectors with its route', measured: weigh(screen), limit: 165, unit: 'KB' },
    { what: 'first screen: scripts and styles', measured: screen.size, limit: 8, unit: 'requests' },
    { what: 'all styles', measured: weigh(globSync('**/*.css', { cwd: dist })), limit: 12, unit: 'KB' },
    ...largestLazyChunk(first),
  ];
}

function keyWhere(manifest: Manifest, what: string, matches: (key: string) => boolean): string {
  const key = [...manifest.keys()].find(matches);
  if (key) return key;
  throw new Error(`The web build holds no ${what}; it holds:\n${[...manifest.keys()].join('\n')}`);
}

/** What the page itself asks for beside the modules, such as the script that sets the theme. */
function filesOfDocument(): string[] {
  const html = readFileSync(join(dist, 'index.html'), 'utf8').replaceAll(/<!--.*?-->/gs, '');
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags
    .map((tag) => /(?:src|href)="\/?([^"]+\.(?:js|css))"/.exec(tag)?.[1])
    .filter((file) => file !== undefined);
}

function largestLazyChunk(first: ReadonlySet<string>): Line[] {
  const lazy = globSync('**/*.js', { cwd: dist }).filter((file) => !first.has(file));
  const heaviest = lazy.toSorted((a, b) => weigh([b]) - weigh([a]))[0];
  return heaviest
    ? [{ what: `heaviest lazy chunk (${heaviest})`, measured: weigh([heaviest]), limit: 60, unit: 'KB' }]
    : [];
}

function weigh(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  return kilobytes(bytes);
}

function kilobytes(bytes: number): number {
  return bytes / 1024;
}
