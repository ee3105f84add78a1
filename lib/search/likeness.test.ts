import { describe, expect, it } from 'vitest';
import { STORY_GROUPS } from '../../tests/support/story-groups.ts';
import { likenessOf } from './likeness.ts';

const TEXT = STORY_GROUPS.slice(0, 8)
  .map(([first]) => first)
  .join('\n');

describe('the likeness of two texts', () => {
  it('is 1 for the same words, however they are set', () => {
    expect(likenessOf(TEXT, TEXT.toUpperCase().replaceAll('\n', ' – '))).toBe(1);
  });

  it('stays high with another heading, a foot and a mended word', () => {
    const other = `Daily Example. Share this.\n${TEXT.replace('overheated', 'caught fire')}\nSubscribe to our letter.`;
    expect(likenessOf(TEXT, other)).toBeGreaterThan(0.8);
  });

  it('is near 0 for reports of one event in other words', () => {
    for (const [one, two, three] of STORY_GROUPS) {
      for (const [a, b] of [
        [one, two],
        [one, three],
        [two, three],
      ] as const) {
        expect(likenessOf(a, b)).toBeLessThan(0.2);
      }
    }
  });

  it('is low for a text that quotes a half of another', () => {
    const half = TEXT.slice(0, TEXT.length / 2);
    const rest = STORY_GROUPS.slice(20, 28).map(([, second]) => second);
    expect(likenessOf(TEXT, [half, ...rest].join('\n'))).toBeLessThan(0.6);
  });

  it('reads scripts without spaces', () => {
    const text = '東京都の古い気象台は、この十年で三度も記録を塗り替えた。';
    expect(likenessOf(text, `${text}続報を待つ。`)).toBeGreaterThan(0.7);
    expect(likenessOf(text, '札幌の新しい図書館は、来年の春に開く予定である。')).toBeLessThan(0.1);
  });

  it('is 0 where there are no words', () => {
    expect([likenessOf('', ''), likenessOf(TEXT, '')]).toEqual([0, 0]);
  });
});
