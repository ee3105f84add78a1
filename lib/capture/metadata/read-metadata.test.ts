// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { METADATA_SOURCES } from './metadata-sources.ts';
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

  describe('the title', () => {
    const titled = (title: string, body: string): string => metadataOf(`<title>${title}</title>`, body).title;

    it('is the heading where a declared title is its short form', () => {
      expect(titled('Top 9 rooms | Orbit Daily', '<h1>The 9 top rooms of the year, and why they are quiet</h1>')).toBe(
        'The 9 top rooms of the year, and why they are quiet',
      );
    });
    it('is the second heading where the first is the name of the site or of the book', () => {
      expect(
        titled('Shutting the door - A handbook of rooms', '<h1>A handbook of rooms</h1><h2>Shutting the door</h2>'),
      ).toBe('Shutting the door');
      expect(titled('Orbit', '<h1>Orbit</h1><h2>Shutting the door</h2>')).toBe('Orbit');
    });
    it('is the declared one where that says more in the same sentence', () => {
      expect(titled('Quiet rooms: how to build one | Orbit', '<h1>Quiet rooms</h1>')).toBe(
        'Quiet rooms: how to build one',
      );
    });
    it('has no buttons and counters of its heading', () => {
      expect(
        titled('A quiet room', '<h1>A quiet room <button>Share</button><page-rating>Rate it</page-rating></h1>'),
      ).toBe('A quiet room');
      expect(titled('A quiet room', '<h1><span>A quiet room</span> <span>87</span></h1>')).toBe('A quiet room');
    });
    it('is not a heading about something else', () => {
      expect(titled('A quiet room', '<h1>Cookies help us</h1><h1>Sign in now</h1>')).toBe('A quiet room');
    });
    it('reads character references that JSON-LD should not have', () => {
      expect(metadataOf(jsonLd({ '@type': 'Article', headline: 'Rooms &amp; doors &#8211; a list' })).title).toBe(
        'Rooms & doors – a list',
      );
    });
  });

  describe('the authors', () => {
    it.each([
      ['Mara Lindqvist, PhD, RD', ['Mara Lindqvist']],
      ['Lindqvist, Mara', ['Mara Lindqvist']],
      ['Mara (Ida) Lindqvist', ['Mara (Ida) Lindqvist']],
      ['Mara Lindqvist (Orbit)', ['Mara Lindqvist']],
      ['View all posts by Mara Lindqvist', ['Mara Lindqvist']],
      ['Escrito por Mara Lindqvist y Ida Sommer', ['Mara Lindqvist', 'Ida Sommer']],
      ['Mara Lindqvist - Orbit team', ['Mara Lindqvist']],
      ['ML', []],
    ])('of "%s"', (content, expected) => {
      expect(metadataOf(`<meta name="author" content="${content}">`).authors).toEqual(expected);
    });

    it('are people before the site that names itself', () => {
      const site = jsonLd({ '@type': 'Article', headline: 'X', author: { name: 'Orbit' } });
      const byline = '<h1>A quiet room</h1><p>By Mara Lindqvist</p>';
      expect(metadataOf(site, byline)).toMatchObject({
        authors: ['Mara Lindqvist'],
        sources: { authors: 'page-head' },
      });
      expect(metadataOf(site)).toMatchObject({ authors: ['Orbit'], sources: { authors: 'json-ld' } });
    });

    it.each([
      ['<h1>A quiet room</h1><p>Published 12 November 2026 by Mara Lindqvist</p>', 'page-head'],
      ['<h1>A quiet room</h1><p>Written by</p><p>Mara Lindqvist</p>', 'page-head'],
      ['<h1>A quiet room</h1><p>Von Mara Lindqvist • 5 Minuten</p>', 'page-head'],
      ['<h1>A quiet room</h1><div class="post-author-name">Mara Lindqvist</div>', 'marked-up'],
      ['<h1>A quiet room</h1><a href="/author/mara">Mara Lindqvist</a>', 'marked-up'],
      ['<body class="comments-open"><h1>A quiet room</h1><a rel="author" href="/m">Mara Lindqvist</a>', 'marked-up'],
    ])('stand on the page: %s', (body, source) => {
      expect(metadataOf('', body)).toMatchObject({ authors: ['Mara Lindqvist'], sources: { authors: source } });
    });

    it('come from the two lines of a link preview', () => {
      const head =
        '<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mara Lindqvist">';
      expect(metadataOf(head)).toMatchObject({ authors: ['Mara Lindqvist'], sources: { authors: 'card' } });
    });

    it.each([
      '<h1>A quiet room</h1><p>By the sea there was a room that nobody had heard of before the war was over.</p>',
      '<h1>A quiet room</h1><p>By now you know.</p>',
      '<h1>A quiet room</h1><div class="author-box">About the author</div>',
    ])('are not made up: %s', (body) => {
      expect(metadataOf('', body).authors).toEqual([]);
    });
  });

  describe('the dates', () => {
    it('tell a change from the day of publication', () => {
      const body = '<h1>A quiet room</h1><p>Published 12 May 2026</p><p>Last updated: 30 June 2026</p>';
      expect(metadataOf('', body)).toMatchObject({ publishedAt: '2026-05-12', modifiedAt: '2026-06-30' });
      expect(metadataOf('', '<h1>A quiet room</h1><p>Updated</p><p>30 June 2026</p>')).not.toHaveProperty(
        'publishedAt',
      );
    });
    it('leave out a change on the same day', () => {
      const dates = { datePublished: '2026-05-12T08:00:00Z', dateModified: '2026-05-12T19:00:00Z' };
      expect(metadataOf(jsonLd({ '@type': 'Article', ...dates }))).not.toHaveProperty('modifiedAt');
    });
    it('come from the address only where nothing else gives one', () => {
      const read = (head: string) => {
        const doc = new DOMParser().parseFromString(`<head>${head}</head><body></body>`, 'text/html');
        return readMetadata(doc, doc, 'https://orbit.example/2026/11/12/quiet');
      };
      expect(read('')).toMatchObject({ publishedAt: '2026-11-12', sources: { publishedAt: 'address' } });
      const declared = (date: string) => read(`<meta property="article:published_time" content="${date}">`).publishedAt;
      expect(declared('2026-10-01')).toBe('2026-10-01');
      // Midnight in UTC is the evening before in many places; the address has the site's own day.
      expect(declared('2026-11-13T03:05:00+00:00')).toBe('2026-11-12');
      expect(declared('2026-11-13T03:05:00+02:00')).toBe('2026-11-13T03:05:00+02:00');
    });
  });

  it('leaves out a source that is not in its table', () => {
    const doc = new DOMParser().parseFromString(
      `<title>A quiet room</title>${jsonLd({ '@type': 'Article', author: { name: 'Ida Sommer' } })}<h1>A quiet room</h1><p>By Mara Lindqvist</p>`,
      'text/html',
    );
    const table = METADATA_SOURCES.filter(({ id }) => id !== 'json-ld');
    expect(readMetadata(doc, doc, URL_OF_PAGE).authors).toEqual(['Ida Sommer']);
    expect(readMetadata(doc, doc, URL_OF_PAGE, table).authors).toEqual(['Mara Lindqvist']);
  });

  it('takes the largest icon, and none that is no web address', () => {
    const icons =
      '<link rel="icon" sizes="16x16" href="/16.png"><link rel="shortcut icon" sizes="64x64" href="/64.png">';
    expect(metadataOf(icons).iconUrl).toBe('https://www.orbit.example/64.png');
    expect(metadataOf(`${icons}<link rel="icon" type="image/svg+xml" href="/i.svg">`).iconUrl).toMatch(/i\.svg$/);
    expect(metadataOf('<link rel="icon" href="data:image/png,">')).not.toHaveProperty('iconUrl');
  });

  it('guesses the language of a page that declares none', () => {
    const text =
      '<p>Der Raum war still, und das ist auch der Sinn. Er ist nicht für die Maschinen, die mit dem Lärm auf uns warten.</p>';
    expect(metadataOf('', text).language).toBe('de');
    expect(metadataOf('', text, 'lang="nl"').language).toBe('nl');
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
