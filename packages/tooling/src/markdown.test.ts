import { expect, test } from 'vitest';
import { foldersInMap, linksIn } from './markdown.ts';

test('links are relative targets outside of code, without their anchors', () => {
  const text = 'See [a](docs/a.md#top), [b](https://example.org), [c](#here), `[d](e.md)` and ![f](g.png).';
  expect(linksIn(text)).toEqual(['docs/a.md', 'g.png']);
});

test('a map is read with its nesting, files left out', () => {
  const map =
    '## The map\n\n```\napps/        deployed\n  web/       the screen\n    index.html the page\n  bff/\ne2e/\n```\n';
  expect(foldersInMap(map)).toEqual(['apps/', 'apps/web/', 'apps/bff/', 'e2e/']);
});

test('a document without a map shows no folder', () => {
  expect(foldersInMap('# Title\n\n```\napps/\n```\n')).toEqual([]);
});
