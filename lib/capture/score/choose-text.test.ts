import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { runEach } from '../steps.ts';
import { FEATURE_NAMES } from './block-features.ts';
import { chooseText } from './choose-text.ts';
import type { Forest } from './forest.ts';

const SENTENCE = 'The fan in the hall turns slowly, and nobody who works here listens to it any more, day or night.';
const MENU = '<nav><ul><li><a href="/a">Reports</a></li><li><a href="/b">About us</a></li></ul></nav>';

function textBy(forest: Forest, html: string): string {
  const page = new JSDOM(`<body>${MENU}${html}</body>`, { url: 'https://orbit.example/fans' }).window.document;
  return chooseText(page, 'Fans', runEach, forest)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}

describe('what mends the choice', () => {
  const nothing: Forest = { start: -1, trees: [] };
  const noHeading: Forest = { start: 0, trees: [[FEATURE_NAMES.indexOf('tag h'), 0.5, 1, -1]] };

  it('keeps the sentences that Readability keeps where next to nothing was chosen', () => {
    const text = textBy(nothing, `<article>${`<p>${SENTENCE} ${SENTENCE}</p>`.repeat(6)}</article>`);
    expect(text.split(SENTENCE)).toHaveLength(13);
    expect(text).not.toContain('Reports');
  });

  it('keeps a heading in a box of its own with the text below that box', () => {
    const part = `<div class="row"><div><h2>By night</h2></div></div><div class="row"><p>${SENTENCE}</p><p>${SENTENCE}</p></div>`;
    expect(textBy(noHeading, `<article>${part}</article>`)).toContain('By night');
  });

  it('keeps a heading with labels between it and its text, and not the labels', () => {
    const noLabel: Forest = { start: 0, trees: [[FEATURE_NAMES.indexOf('words'), 2, -1, 1]] };
    const card = `<section> <h3>The hall</h3> <p>Map</p> <p>Ground floor</p> <p>${SENTENCE}</p></section>`;
    const text = textBy(noLabel, `<article><p>${SENTENCE}</p>${card}</article>`);
    expect(text).toContain(`The hall ${SENTENCE}`);
    expect(text).not.toContain('Map');
  });

  it('leaves out a heading with links below it', () => {
    const noLabel: Forest = { start: 0, trees: [[FEATURE_NAMES.indexOf('words'), 2, -1, 1]] };
    const box = `<div><h2>More on this</h2> <p><a href="/fans">Fans</a></p></div>`;
    const text = textBy(noLabel, `<article><p>${SENTENCE}</p>${box}<p>${SENTENCE}</p></article>`);
    expect(text).not.toContain('More on this');
  });

  it('leaves out a heading with nothing of the text below it', () => {
    const part = `<p>${SENTENCE}</p><p>${SENTENCE}</p><div><h2>Newsletter</h2></div>`;
    expect(textBy(noHeading, `<article>${part}</article>`)).not.toContain('Newsletter');
  });

  it('keeps code and tables in the middle of the text, and not those at its end', () => {
    const noCode: Forest = { start: 0, trees: [[FEATURE_NAMES.indexOf('tag pre'), 0.5, 1, -1]] };
    const code = (name: string): string => `<pre>${name}();</pre>`;
    const text = textBy(
      noCode,
      `<article><p>${SENTENCE}</p>${code('spin')}${code('stop')}<p>${SENTENCE}</p>${code('sell')}</article>`,
    );
    expect(text).toContain('spin();');
    expect(text).toContain('stop();');
    expect(text).not.toContain('sell();');
  });

  it('keeps code that the last sentence announces with a colon', () => {
    const noCode: Forest = { start: 0, trees: [[FEATURE_NAMES.indexOf('tag pre'), 0.5, 1, -1]] };
    const html = `<article><p>${SENTENCE}</p><p>${SENTENCE} For example:</p><pre>spin();</pre></article>`;
    expect(textBy(noCode, html)).toContain('spin();');
  });
});
