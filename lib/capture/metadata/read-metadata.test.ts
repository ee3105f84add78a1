// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type Metadata, readMetadata } from './read-metadata.ts';

const URL_OF_PAGE = 'https://www.orbit.example/2026/quiet-room';

function metadataOf(head: string, body = '<p>Text</p>', htmlAttributes = ''): Metadata {
  const doc = new DOMParser().parseFromString(
    `<!doctype html><html ${htmlAttributes}><head>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
  return readMetadata(doc, doc, URL_OF_PAGE);
}

function jsonLd(value: unknown): string {
  return `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
}

describe('readMetadata', () => {
  it('reads an article in a graph, with authors by reference', () => {
    const metadata = metadataOf(
      jsonLd({
        '@graph': [
          { '@type': 'WebSite', name: 'Orbit Daily' },
          {
            '@type': ['Thing', 'BlogPosting'],
            headline: 'A quiet room',
            author: [{ '@id': '#mara' }, { '@type': 'Person', name: 'Ida Sommer' }],
            datePublished: '2026-11-12T08:15:00+0100',
            publisher: { name: 'Orbit Daily' },
            inLanguage: 'en-GB',
            isAccessibleForFree: 'False',
          },
          { '@type': 'Person', '@id': '#mara', name: 'Mara Lindqvist' },
        ],
      }),
    );
    expect(metadata).toMatchObject({
      title: 'A quiet room',
      authors: ['Mara Lindqvist', 'Ida Sommer'],
      siteName: 'Orbit Daily',
      publishedAt: '2026-11-12T08:15:00+01:00',
      language: 'en-gb',
      isFree: false,
    });
  });

  it('takes the article whose headline stands on the page', () => {
    const list = ['Other', 'This one'].map((headline) => ({ '@type': 'NewsArticle', headline }));
    expect(metadataOf(jsonLd(list), '<h1>This one</h1>').title).toBe('This one');
  });

  it('passes over broken JSON and mends line breaks in it', () => {
    const meta = '<meta property="og:title" content="From Open Graph">';
    expect(metadataOf(jsonLd('{"@type": "Article", "headline": ') + meta).title).toBe('From Open Graph');
    expect(metadataOf(jsonLd('{"@type": "Article", "headline": "Two\nlines"}')).title).toBe('Two lines');
  });

  it('survives JSON-LD of any shape', () => {
    for (const odd of [
      'null',
      '42',
      '[]',
      '{"@type":42}',
      '{"@type":"Article","author":[null,7,{}],"image":[[]],"headline":{}}',
    ]) {
      expect(metadataOf(jsonLd(odd)).authors).toEqual([]);
    }
  });

  it.each([
    ['A quiet room | Orbit Daily', '', 'A quiet room'],
    ['A quiet room - Orbit', '', 'A quiet room'],
    ['Quiet rooms - and loud ones', '', 'Quiet rooms - and loud ones'],
    [
      'Orbit: A quiet room: what we learned - Some Blog',
      '<h1>A quiet room: what we learned</h1>',
      'A quiet room: what we learned',
    ],
  ])('writes "%s" as title without the site', (title, body, expected) => {
    expect(metadataOf(`<title>${title}</title>`, body).title).toBe(expected);
  });

  it.each([
    ['By Mara Lindqvist and Ida Sommer', ['Mara Lindqvist', 'Ida Sommer']],
    ['Mara Lindqvist, Senior Editor', ['Mara Lindqvist']],
    ['Von Mara Lindqvist (mara@orbit.example)', ['Mara Lindqvist']],
    ['https://orbit.example/mara', []],
    ['admin', []],
    ['Harbour desk staff', ['Harbour desk staff']],
  ])('reads the authors of "%s"', (content, expected) => {
    expect(metadataOf(`<meta name="author" content="${content}">`).authors).toEqual(expected);
  });

  it.each([
    ['2026-11-12', '2026-11-12'],
    ['2026/11/12', '2026-11-12'],
    ['2026-11-12T08:15:00.000Z', '2026-11-12T08:15:00.000Z'],
    ['November 12, 2026', '2026-11-12'],
    ['12 Nov 2026', '2026-11-12'],
    ['2026-02-31', undefined],
    ['yesterday', undefined],
  ])('reads the date "%s"', (content, expected) => {
    expect(metadataOf(`<meta property="article:published_time" content="${content}">`).publishedAt).toBe(expected);
  });

  it('falls back to the visible byline and time, but not to those of other articles', () => {
    const body = `<aside><span class="byline">By Someone Else</span><time datetime="2020-01-01"></time></aside>
      <article><p class="byline">By Mara Lindqvist</p><time datetime="2026-11-12">12 November</time></article>`;
    expect(metadataOf('', body)).toMatchObject({ authors: ['Mara Lindqvist'], publishedAt: '2026-11-12' });
  });

  it.each([
    ['https://orbit.example/2026/quiet', 'https://orbit.example/2026/quiet'],
    ['/2026/quiet', 'https://www.orbit.example/2026/quiet'],
    ['https://www.orbit.example/', undefined],
    ['https://elsewhere.example.net/2026/quiet', undefined],
    ['javascript:alert(1)', undefined],
  ])('judges the canonical address %s', (href, expected) => {
    expect(metadataOf(`<link rel="canonical" href="${href}">`).canonicalUrl).toBe(expected);
  });

  it('reads direction from the page, else from its language', () => {
    expect(metadataOf('', '', 'dir="rtl"').direction).toBe('rtl');
    expect(metadataOf('', '', 'lang="fa"').direction).toBe('rtl');
    expect(metadataOf('<meta property="og:locale" content="pt_BR">')).toMatchObject({
      language: 'pt-br',
      direction: 'ltr',
    });
  });

  it('names the host where nothing names the site', () => {
    expect(metadataOf('').siteName).toBe('orbit.example');
  });
});
