// @vitest-environment jsdom
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { capturePage } from './capture-page.ts';

const NAV =
  '<header><a href="/">Tidegate</a><nav><ul><li><a href="/docs">Docs</a></li><li><a href="/blog">Blog</a></li><li><a href="/releases">Releases</a></li></ul></nav></header>';
const FOOT =
  '<footer><p>© 2026 Tidegate project. Built by volunteers.</p><a href="/privacy">Privacy</a> <a href="/contact">Contact</a></footer>';
const TEASER =
  'The harbour office counts forty thousand boxes a day, and since the spring it has let a program decide which of them is lifted first, with results that surprised the crane drivers and nobody else. ';

function statusOf(body: string, type: string): string {
  const html = `<!doctype html><html lang="en"><head><title>News</title><meta property="og:type" content="${type}"></head><body>${NAV}<main><h1>News</h1>${body}</main>${FOOT}</body></html>`;
  const outcome = capturePage(new JSDOM(html, { url: 'https://tidegate.example/news' }).window.document);
  return outcome.status === 'unreadable' ? outcome.why : outcome.status;
}

const entries = (entry: (index: number) => string): string =>
  Array.from({ length: 10 }, (_, index) => entry(index)).join('\n');

describe('a list of articles', () => {
  const wholeCards = entries(
    (index) => `<a href="/n/${index}"><h3>Cranes that choose, part ${index}</h3><p>${TEASER.repeat(2)}</p></a>`,
  );
  const linkedTeasers = entries(
    (index) =>
      `<div><h2><a href="/n/${index}">Cranes that choose, part ${index}</a></h2><p><a href="/n/${index}">${TEASER}</a></p></div>`,
  );
  const lines = `<ul>${entries((index) => `<li><a href="/n/${index}">${TEASER}</a> <span>3 March</span></li>`)}</ul>`;

  it.each([
    ['links around whole cards', wholeCards],
    ['teasers that are links', linkedTeasers],
    ['lines that are links', lines],
  ])('is refused whatever it calls itself, if its text stands in links: %s', (_, body) => {
    for (const type of ['article', 'website']) expect(statusOf(body, type), type).toBe('no-article');
  });

  it('is refused with long teasers if each entry leads on twice', () => {
    const body = entries(
      (index) =>
        `<div><h2><a href="/n/${index}">Cranes that choose, part ${index}</a></h2><p>${TEASER.repeat(2)}</p><a href="/n/${index}">Read on</a></div>`,
    );
    expect(statusOf(body, 'website')).toBe('no-article');
  });

  it('is an article if it comments on what it links to', () => {
    const body = entries(
      (index) =>
        `<h2><a href="https://far.example/${index}">Cranes that choose, part ${index}</a></h2><p>${TEASER.repeat(2)}</p>`,
    );
    expect(statusOf(body, 'website')).toBe('captured');
  });

  it('is an article if its headings lead to themselves', () => {
    const body = entries(
      (index) => `<h2 id="p${index}"><a href="#p${index}">Cranes that choose, part ${index}</a></h2><p>${TEASER}</p>`,
    );
    const contents = `<ul>${entries((index) => `<li><a href="#p${index}">Part ${index}</a></li>`)}</ul>`;
    expect(statusOf(contents + body, 'website')).toBe('captured');
  });
});
