import { expect, test } from 'vitest';
import { shownCapabilities } from './connector-capabilities.ts';

test('the gateway’s two halves of CSPM are shown as the one choice they are', () => {
  expect(shownCapabilities(['CSA', 'CI', 'AI'])).toEqual(['AI', 'CSPM']);
  expect(shownCapabilities(['AI'])).toEqual(['AI']);
});

test('half of it, or a word that the console does not know, is shown as it came', () => {
  expect(shownCapabilities(['CI', 'AI'])).toEqual(['AI', 'CI']);
  expect(shownCapabilities(['XYZ', 'AI'])).toEqual(['AI', 'XYZ']);
});
