import { expect, test } from 'vitest';
import { type Chunk, filesInCircles, filesOf, lazyChunksTo, type Manifest } from './bundle-manifest.ts';

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

test('chunks that need each other before they can run are found, and those that load each other later are not', () => {
  expect(filesInCircles(manifest)).toEqual(['main.js', 'vendor.js']);
  const lazy = new Map([
    ['a', chunk('a.js', { dynamicImports: ['b'] })],
    ['b', chunk('b.js', { imports: ['a'] })],
  ]);
  expect(filesInCircles(lazy)).toEqual([]);
});

test('the way to a page holds every lazy chunk that is loaded before it', () => {
  expect(lazyChunksTo(manifest, 'main', 'list')).toEqual(['shell', 'list']);
  expect(lazyChunksTo(manifest, 'main', 'vendor')).toEqual([]);
});
