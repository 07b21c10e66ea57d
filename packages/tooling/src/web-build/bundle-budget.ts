/**
 * What the browser must fetch before it shows a page, compared with the budget. Each file is compressed alone (gzip,
 * level 9), as a server sends it. KB = 1,024 bytes. Fonts are listed but not counted: text is shown before they arrive.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { filesInCircles, filesOf, lazyChunksTo, type Manifest, readManifest } from './bundle-manifest.ts';

const dist = join(import.meta.dirname, '../../../../apps/web/dist');
const FIRST_PAGE = /^src\/features\/connectors\/list\/connector-list-page\.tsx$/;

type Line = { what: string; measured: number; limit: number; unit: 'KB' | 'requests' };

try {
  if (!existsSync(dist)) throw new Error('There is no web build to weigh; `npm run build` makes one.');
  const manifest = readManifest(dist);
  const circles = filesInCircles(manifest);
  if (circles.length > 0)
    throw new Error(
      `These chunks need each other before they can run, so that a page may not start: ${circles.join(', ')}. Move what they share into a module of its own.`,
    );
  const lines = measure(manifest);
  for (const line of lines) console.log(sentenceOf(line));
  for (const font of globSync('**/*.woff2', { cwd: dist })) {
    console.log(`not counted: ${font} (${(readFileSync(join(dist, font)).length / 1024).toFixed(1)} KB)`);
  }
  if (lines.some(isOver)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function measure(manifest: Manifest): Line[] {
  const entry = keyWhere(manifest, 'entry', (key) => manifest.get(key)?.isEntry === true);
  const page = keyWhere(manifest, 'chunk with the page of Connectors', (key) => FIRST_PAGE.test(key));
  const first = new Set([...filesOfDocument(), ...filesOf(manifest, entry)]);
  const route = lazyChunksTo(manifest, entry, page);
  const screen = new Set([...first, ...route.flatMap((key) => [...filesOf(manifest, key)])]);
  const lazy = globSync('**/*.js', { cwd: dist }).filter((file) => !first.has(file));
  const heaviest = lazy.toSorted((a, b) => weigh([b]) - weigh([a])).slice(0, 1);
  return [
    { what: 'entry: scripts and styles before first render', measured: weigh(first), limit: 120, unit: 'KB' },
    { what: 'first screen: Connectors with its route', measured: weigh(screen), limit: 165, unit: 'KB' },
    { what: 'first screen: scripts and styles', measured: screen.size, limit: 8, unit: 'requests' },
    { what: 'all styles', measured: weigh(globSync('**/*.css', { cwd: dist })), limit: 12, unit: 'KB' },
    { what: `heaviest lazy chunk (${heaviest.join()})`, measured: weigh(heaviest), limit: 60, unit: 'KB' },
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

function weigh(files: Iterable<string>): number {
  let bytes = 0;
  for (const file of files) bytes += gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  return bytes / 1024;
}

function sentenceOf(line: Line): string {
  const figure = line.measured.toFixed(line.unit === 'KB' ? 1 : 0).padStart(7);
  const limit = `${String(line.limit).padStart(3)} ${line.unit.padEnd(9)}`;
  return `${line.what.padEnd(48)}${figure} of ${limit}${isOver(line) ? 'OVER' : 'ok'}`;
}

function isOver({ measured, limit }: Line): boolean {
  return measured > limit;
}
