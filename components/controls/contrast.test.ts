import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COLOURS } from '../../lib/article/list.ts';

const TOKENS = ['./tokens.css', '../reading/reading.css']
  .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
  .join('\n');
const THEMES = ['light', 'dark', 'sepia'] as const;
/** WCAG 2.2, success criterion 1.4.3: text of any size. */
const LEAST = 4.5;

/** The colour that a custom property has in a theme, as `#rrggbb`: sepia is light with some replaced. */
function colourIn(css: string, theme: (typeof THEMES)[number], name: string): string {
  const blocks = (pattern: RegExp) => [...css.matchAll(pattern)].map(([, block]) => block).join('');
  const base = blocks(/^:root \{([\s\S]*?)\n\}/gm);
  const sepia = blocks(/^:root\[data-theme="sepia"\] \{([\s\S]*?)\n\}/gm);
  const valueIn = (block: string) => new RegExp(`\\n\\s*--${name}:\\s*([^;]+);`).exec(block)?.[1];
  const value = (theme === 'sepia' ? valueIn(sepia) : undefined) ?? valueIn(base) ?? '';
  const [, light, dark] = /^light-dark\(\s*(#\w{6})\s*,\s*(#\w{6})\s*\)$/.exec(value) ?? [];
  const colour = (theme === 'dark' ? dark : light) ?? value;
  if (!/^#[\da-f]{6}$/i.test(colour)) throw new Error(`--${name} is no plain colour in ${theme}: ${value}`);
  return colour;
}

/** WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** Text on ground, as the style sheets pair them. */
const PAIRS: readonly (readonly [string, string])[] = [
  ...COLOURS.map((colour) => ['ink', `hl-${colour}`] as const),
  ['ink', 'found'],
  ['accent-ink', 'accent'],
  ['ink', 'accent-soft'],
  ...['keyword', 'string', 'comment', 'number', 'name'].map((kind) => [`code-${kind}`, 'sunk'] as const),
  ...['ink', 'ink-2', 'ink-3', 'accent', 'warn'].flatMap((ink) => [[ink, 'paper'] as const, [ink, 'sheet'] as const]),
];

describe.each(THEMES)('the colours of %s', (theme) => {
  it.each(PAIRS)('have %s on %s at 4.5:1 or more', (ink, ground) => {
    expect(contrast(colourIn(TOKENS, theme, ink), colourIn(TOKENS, theme, ground))).toBeGreaterThanOrEqual(LEAST);
  });
});

it('would find colours that are too near', () => {
  const pale = TOKENS.replace('--hl-amber: light-dark(#ffe39a', '--hl-amber: light-dark(#6b6250');
  expect(contrast(colourIn(pale, 'light', 'ink'), colourIn(pale, 'light', 'hl-amber'))).toBeLessThan(LEAST);
  expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
});
