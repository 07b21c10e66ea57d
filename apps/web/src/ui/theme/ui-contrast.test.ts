import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../styles/tokens.css', import.meta.url), 'utf8');
const themes = {
  light: tokensOf(':root'),
  dark: { ...tokensOf(':root'), ...tokensOf('[data-theme="dark"]') },
};

/** Which inks are used for text on which grounds. */
const INKS_ON_GROUNDS: [ink: string[], grounds: string[]][] = [
  [
    ['ink', 'ink-2', 'ink-3'],
    ['ground', 'surface', 'raised', 'sunken'],
  ],
  [['ink', 'ink-2', 'ink-3', 'accent-ink'], ['accent-soft']],
  [
    ['ink', 'ink-2'],
    ['ok-soft', 'warn-soft', 'bad-soft', 'busy-soft', 'off-soft'],
  ],
  [
    ['ok', 'warn', 'bad', 'busy', 'off'],
    ['ground', 'surface', 'raised', 'sunken', 'accent-soft'],
  ],
  [['ok'], ['ok-soft']],
  [['warn'], ['warn-soft']],
  [['bad'], ['bad-soft']],
  [['busy'], ['busy-soft']],
  [['off'], ['off-soft']],
  [['accent-ink'], ['ground', 'surface', 'raised']],
  [['ink-on-accent'], ['accent', 'accent-strong', 'bad-solid']],
  [['surface'], ['ink']],
];

/** Borders of controls, focus rings and marks that carry meaning. */
const EDGES_ON_GROUNDS: [edge: string[], grounds: string[]][] = [
  [
    ['control', 'focus', 'accent'],
    ['ground', 'surface', 'raised'],
  ],
  [['focus'], ['accent-soft', 'sunken']],
  [
    ['azure', 'aws'],
    ['ground', 'surface', 'accent-soft'],
  ],
];

describe.each(Object.entries(themes))('A11Y-5 in the %s theme', (_name, tokens) => {
  test.each(pairs(INKS_ON_GROUNDS))('%s on %s reads at 4.5:1 or better', (ink, ground) => {
    expect(contrast(colour(tokens, ink), colour(tokens, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(EDGES_ON_GROUNDS))('%s is told from %s at 3:1 or better', (edge, ground) => {
    expect(contrast(colour(tokens, edge), colour(tokens, ground))).toBeGreaterThanOrEqual(3);
  });
});

function pairs(table: [string[], string[]][]): [string, string][] {
  return table.flatMap(([inks, grounds]) =>
    inks.flatMap((ink) => grounds.map((ground): [string, string] => [ink, ground])),
  );
}

function tokensOf(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
}

function colour(tokens: Record<string, string>, role: string): string {
  const value = tokens[role];
  if (value === undefined) throw new Error(`no colour has the role ${role}`);
  return value;
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
