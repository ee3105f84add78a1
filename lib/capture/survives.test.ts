// @vitest-environment jsdom
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { capturePage } from './capture-page.ts';
import { LONGEST_CAPTURE } from './deadline.ts';

const SENTENCE = 'The room was never meant to be quiet, and for nine years of its life it was not quiet at all. ';
const TEXT = Array.from({ length: 8 }, (_, index) => `<p>${index}. ${SENTENCE.repeat(2)}</p>`).join('\n');
const URL_OF_PAGE = 'https://orbit.example/2026/quiet-room';

const documentOf = (html: string, contentType = 'text/html'): Document =>
  new JSDOM(html, { url: URL_OF_PAGE, contentType }).window.document;

describe('capturePage survives', () => {
  it.each([
    ['20 levels of nested tables', '<table><tr><td>'.repeat(20) + TEXT + '</td></tr></table>'.repeat(20), 'captured'],
    ['no body', '<html><head><title>x</title></head></html>', 'unreadable'],
    ['a frameset', '<html><frameset cols="*,*"><frame src="/a"><frame src="/b"></frameset></html>', 'unreadable'],
    ['broken markup', `<div><p>${TEXT}<b><i></div></b><table><p>${SENTENCE}<tr><li></table></html><a <b>>`, 'captured'],
    ['nothing', '', 'unreadable'],
    ['100 levels of boxes', `${'<div>'.repeat(100)}${TEXT}`, 'captured'],
  ])(
    '%s',
    (_, html, status) => {
      expect(capturePage(documentOf(html)).status).toBe(status);
      for (const cut of [1, 2, 'whole-page'] as const)
        expect(() => capturePage(documentOf(html), { cut })).not.toThrow();
    },
    30_000,
  );

  it('XML, which is no page', () => {
    expect(capturePage(documentOf('<feed><entry/></feed>', 'application/xml'))).toMatchObject({ why: 'not-html' });
  });

  it('a page that is too slow to read: it takes the plain way, and says so', () => {
    let time = 0;
    const outcome = capturePage(documentOf(`<article>${TEXT}</article>`), { now: () => (time += LONGEST_CAPTURE) });
    expect(outcome).toMatchObject({ status: 'captured', capture: { warnings: ['plain'] } });
    expect(outcome.status === 'captured' && outcome.capture.html).toContain('7. The room');
  });
});

describe('another cut', () => {
  const page = `<main><h1>A quiet room</h1><article><div class="newsletter-signup"><p>Note of the editors: ${SENTENCE.repeat(4)}</p></div>${TEXT}</article><section><p>Outside: ${SENTENCE.repeat(6)}</p></section></main><nav>Menu words</nav>`;
  const htmlOf = (cut: number | 'whole-page'): string => {
    const outcome = capturePage(documentOf(page), { cut });
    return outcome.status === 'captured' ? outcome.capture.html : outcome.why;
  };

  it('differs from the best and from those before it, until there is none', () => {
    const cuts = [0, 1, 2, 3, 4].map(htmlOf);
    const texts = cuts.filter((html) => html !== 'no-other-cut');
    expect(texts.length).toBeGreaterThan(1);
    expect(new Set(texts).size).toBe(texts.length);
    expect(cuts.at(-1)).toBe('no-other-cut');
  });

  it('of the whole page holds all that it shows', () => {
    for (const words of ['Menu words', 'Outside:', '7. The room', 'Note of the editors'])
      expect(htmlOf('whole-page')).toContain(words);
  });

  it('says in its receipt which it is', () => {
    const outcome = capturePage(documentOf(page), { cut: 'whole-page' });
    expect(outcome).toMatchObject({ capture: { receipt: { cut: 'whole-page', pictureCount: 0 } } });
  });
});

describe('left-out paragraphs', () => {
  it('are counted where they stand between those that were kept', async () => {
    const { countLeftOut, listParagraphs } = await import('./receipt/left-out.ts');
    const doc = documentOf(
      `<article>${TEXT}<p>Lost: ${SENTENCE.repeat(6)}</p></article><p>Foot: ${SENTENCE.repeat(9)}</p>`,
    );
    const kept = [...doc.querySelectorAll('article p')].slice(0, 8).map(({ textContent }) => textContent);
    const count = (isVisible: boolean) => countLeftOut(listParagraphs(doc), kept.join(' '), 300, () => isVisible);
    expect(count(true)).toBe(127);
    expect(count(false)).toBe(0);
  });
});
