import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { describeBlocks, FEATURE_NAMES } from './block-features.ts';
import { paragraphsOf, splitBlocks } from './split-blocks.ts';

const SENTENCE = 'The fan in the hall turns slowly, and nobody who works here listens to it any more.';

/** What is known of the block that begins with some words, by the name of the number. */
function described(html: string, beginning: string): (name: string) => number | undefined {
  const { body } = new JSDOM(`<body>${html}</body>`).window.document;
  const blocks = paragraphsOf(splitBlocks(body));
  const rows = describeBlocks(body, blocks, 'Fans', (index) => blocks[index]?.text.includes('hall') === true);
  const from = blocks.findIndex(({ text }) => text.startsWith(beginning)) * FEATURE_NAMES.length;
  return (name) => rows[from + FEATURE_NAMES.indexOf(name)];
}

describe('describeBlocks', () => {
  const part = (words: string) => `<div class="part"><p>${words} ${SENTENCE}</p></div>`;
  const text = `<div class="text">${part(`At first, ${SENTENCE}`)}${part('Then')}${part('Late')}</div>`;
  const page = `<nav><p>Menu</p></nav><article>${text}<div class="more"><p>Read more</p></div></article>`;

  it('tells the parts of a text in many boxes by their likeness', () => {
    const late = described(page, 'Late');
    expect(late('branches alike')).toBe(3);
    expect(late('branch like way')).toBe(1);
    expect(late('branch kept')).toBe(1);
  });
  it('tells a box beside the text by where it turns off the way to the prose', () => {
    const more = described(page, 'Read more');
    expect(more('branches alike')).toBe(1);
    expect(more('branch like way')).toBe(0);
    expect(more('branch prose')).toBe(0);
    expect(more('prose at turn')).toBe(1);
    expect(more('way share')).toBe(1);
    expect(described(page, 'Menu')('way from turn')).toBeGreaterThan(more('way from turn') ?? 9);
  });
  it('counts blocks that stand directly on the way by their tag and class', () => {
    const paragraphs = described(
      `<main>${`<p>${SENTENCE}</p>`.repeat(5)}<p class="note">Mind the fan</p></main>`,
      'Mind',
    );
    expect(paragraphs('branches alike')).toBe(1);
    expect(paragraphs('main count')).toBe(1);
    expect(paragraphs('main prose share')).toBe(1);
    expect(paragraphs('article count')).toBe(0);
  });
  it('knows how much of the page stands in the article around a block', () => {
    const first = described(page, 'At first');
    expect(first('article count')).toBe(1);
    expect(first('article prose share')).toBe(1);
    expect(first('article kept')).toBeGreaterThan(0.9);
    expect(described(page, 'Menu')('article prose share')).toBe(0);
  });
  it('survives a page without any text', () => {
    expect(described('<div></div>', 'Nothing')('words')).toBeUndefined();
  });
});
