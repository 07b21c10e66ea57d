import { expect, test } from 'vitest';
import { type Chunk, filesOf, lazyChunksTo, type Manifest } from './bundle-manifest.ts';

function chunk(file: string, rest: Partial<Chunk> = {}): Chunk {
  return { file, imports: [], dynamicImports: [], css: [], isEntry: false, ...rest };
}

const manifest: Manifest = new Map([
  [
    'main',
    chunk('main.js', { imports: ['vendor'], dynamicImports: ['shell'], css: ['main.css'], isEntry: true }),
  ],
  ['vendor', chunk('vendor.js', { imports: ['main'] })],
  ['shell', chunk('shell.js', { imports: ['vendor'], dynamicImports: ['list', 'other'] })],
  ['list', chunk('list.js', { css: ['list.css'] })],
  ['other', chunk('other.js', { dynamicImports: ['list'] })],
]);

test('a chunk needs itself, its static imports and their styles', () => {
  expect([...filesOf(manifest, 'main')]).toEqual(['main.js', 'main.css', 'vendor.js']);
});

test('the way to a page holds every lazy chunk that is loaded before it', () => {
  expect(lazyChunksTo(manifest, 'main', 'list')).toEqual(['shell', 'list']);
  expect(lazyChunksTo(manifest, 'main', 'vendor')).toEqual([]);
});
