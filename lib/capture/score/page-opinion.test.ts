import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { opinionOf } from './page-opinion.ts';
import { splitBlocks } from './split-blocks.ts';

const SENTENCE = 'The fan in the hall turns slowly, and nobody who works here listens to it any more, day or night.';
const PART = `<div class="item sidebar">${`<p>${SENTENCE}</p>`.repeat(4)}</div>`;
const WHOLE = `<div class="text">${`<p>By night, ${SENTENCE}</p>`.repeat(6)}</div>`;

/** The texts of the blocks that make up the opinion of a page. */
function opinion(body: string): readonly string[] {
  const page = new JSDOM(`<body>${body}</body>`, { url: 'https://orbit.example/fans' }).window.document;
  const blocks = splitBlocks(page.body);
  return [...opinionOf(page, blocks)].map((index) => blocks[index]?.text ?? '');
}

describe('opinionOf', () => {
  it('takes all of the article where Readability keeps one part of many', () => {
    const article = `<article>${PART.repeat(4)}${WHOLE}<aside><p>${SENTENCE} Subscribe.</p></aside></article>`;
    expect(opinion(article).filter((text) => text === SENTENCE)).toHaveLength(16);
    expect(opinion(article).join(' ')).not.toContain('Subscribe');
  });
  it('is not misled by numbers that the page wrote itself', () => {
    const kept = `<article>${WHOLE}</article>`;
    expect(opinion(`<nav><p>Menu</p></nav>${kept.replaceAll('<p>', '<p><b data-block="0"></b>')}`)).not.toContain(
      'Menu',
    );
  });
  it('takes the main part of a page without articles likewise', () => {
    expect(opinion(`<main>${PART.repeat(4)}${WHOLE}</main>`).filter((text) => text === SENTENCE)).toHaveLength(16);
  });
  it('leaves Readability its opinion on a page of several articles', () => {
    const articles = `<article>${PART.repeat(4)}${WHOLE}</article><article><p>${SENTENCE}</p></article>`;
    expect(opinion(articles)).not.toContain(SENTENCE);
  });
  it('leaves Readability its opinion where it keeps most of the article', () => {
    expect(opinion(`<article>${PART}${WHOLE}${WHOLE}</article>`)).not.toContain(SENTENCE);
  });
  it('leaves Readability its opinion where most of the prose stands beside the article', () => {
    const teaser = `<article><p>${SENTENCE}</p><p>${SENTENCE}</p></article>`;
    expect(opinion(`${teaser}${WHOLE}`)).not.toContain(SENTENCE);
  });
});
