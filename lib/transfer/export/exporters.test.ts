import { unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { anExport, PNG, sanitise, tools } from '../../../tests/support/export-tools.ts';
import { ODD_ARTICLES } from '../../../tests/support/odd-articles.ts';
import { untrusted } from '../../article/html.ts';
import { readImport } from '../import/read-import.ts';
import { articlePage } from './article-page.ts';
import type { ExportArticle } from './export-article.ts';
import type { Exporter } from './exporter.ts';
import { EXPORTERS } from './index.ts';

const exporter = (id: string): Exporter => {
  const found = EXPORTERS.find((one) => one.id === id);
  if (!found) throw new Error(`No exporter ${id}`);
  return found;
};

const ARTICLES: readonly ExportArticle[] = [
  anExport({
    title: '=HYPERLINK("x"), "quoted" & <b>',
    tags: ['sea', 'night walks', '-c'],
    lists: ['Winter & "more"'],
    folder: ['Seasons', 'Winter & "more"'],
    note: 'Line one\nline <two> & "three"',
    isArchived: true,
    html: sanitise(untrusted('<p>Words &amp; <em>more</em>.</p>')),
    highlights: [
      { id: 'h1', quote: 'Words & "more"', colour: 'amber', note: '@why', createdAt: Date.UTC(2024, 1, 4) },
      { id: 'h2', quote: 'Two\nblocks', colour: 'blue', note: '> quoted\n\nlast', createdAt: Date.UTC(2024, 1, 5) },
    ],
  }),
  anExport({ url: 'https://lamp.example/b?x=1&copy=2', title: '漢字とשלום', isFavourite: true, tags: ['r&d'] }),
];

async function write(id: string, articles = ARTICLES) {
  const files = await exporter(id).write(articles, 'My list', tools);
  return files.map(({ path, content }) => ({ path, text: typeof content === 'string' ? content : '', content }));
}

async function again(id: string) {
  const files = await write(id);
  return readImport(files.map(({ path, content }) => ({ path, blob: new Blob([content]) })));
}

describe('exports that others read', () => {
  it.each([
    ['pocket-csv', 'pocket-csv', { tags: true, isArchived: true }],
    ['instapaper-csv', 'instapaper-csv', { tags: true, notes: true }],
    ['netscape-html', 'netscape-html', { tags: true, notes: true, lists: true }],
    ['wallabag-json', 'wallabag-json', { tags: true, isArchived: true, isFavourite: true }],
    ['csl-json', 'csl-json', { notes: true }],
  ])('%s comes back as the same items', async (id, format, fields) => {
    const read = await again(id);
    expect(read.format).toBe(format);
    expect(read.rejected).toEqual([]);
    for (const article of ARTICLES) {
      const item = read.items.find(({ url }) => url === article.url);
      expect(item).toMatchObject({ title: article.title });
      if ('tags' in fields) expect(item?.tags).toEqual(article.tags);
      if ('isArchived' in fields) expect(item?.isArchived).toBe(article.isArchived);
      if ('isFavourite' in fields) expect(item?.isFavourite).toBe(article.isFavourite);
      if ('notes' in fields) expect(item?.notes.join()).toBe(article.note);
      if ('lists' in fields) expect(item?.lists).toEqual(article.folder.length > 0 ? [article.folder] : []);
      if (id !== 'csl-json') expect(item?.addedAt).toBe(article.savedAt);
    }
  });

  it('names files as the reader wants it, safely, and never two alike', async () => {
    const articles = ['a', 'b'].map((name) =>
      anExport({
        url: `https://lamp.example/${name}`,
        title: 'Con: tides',
        authors: ['Ada / Example'],
        siteName: '',
        savedAt: Date.UTC(2024, 1, 3),
      }),
    );
    const namesBy = async (id: string, fileNames?: string) => {
      const files = await exporter(id).write(articles, '', { ...tools, ...(fileNames !== undefined && { fileNames }) });
      return files.map(({ path }) => path).filter((path) => !path.includes('pictures/'));
    };
    expect(await namesBy('markdown')).toEqual(['2024-02-03 Con tides.md', '2024-02-03 Con tides 2.md']);
    expect(await namesBy('markdown', '{author} - {Site} - {nothing}')).toEqual([
      'Ada Example - lamp.example - {nothing}.md',
      'Ada Example - lamp.example - {nothing} 2.md',
    ]);
    expect(await namesBy('markdown', '../../{title}')).toEqual(['Con tides.md', 'Con tides 2.md']);
    expect(await namesBy('text', ' / ')).toEqual(['Con tides.txt', 'Con tides 2.txt']);
    expect(await namesBy('markdown-logseq', 'con')).toEqual(['pages/con_.md', 'pages/con_ 2.md']);
  });

  it('Markdown comes back with note, lists and state, whatever the title holds', async () => {
    const title = 'x\n---\nadmin: true "q" \\ #c';
    const files = await exporter('markdown').write([anExport({ ...ARTICLES[0], title })], '', tools);
    const read = await readImport(files.map(({ path, content }) => ({ path, blob: new Blob([content]) })));
    expect(read.items[0]).toMatchObject({
      title: title.replace(/\s+/g, ' '),
      isArchived: true,
      notes: [ARTICLES[0]?.note],
      lists: [ARTICLES[0]?.lists],
    });
    expect(read.items[0]).not.toHaveProperty('admin');
  });

  it.each(['html', 'epub'])(
    'a list handed on as %s can be imported again, without the notes of the giver',
    async (id) => {
      const read = await again(id);
      expect(read.format).toBe('lectern-list');
      expect(read.items.map(({ url, title, tags }) => [url, title, tags])).toEqual(
        ARTICLES.map(({ url, title, tags }) => [url, title, tags]),
      );
      expect(read.items[0]?.text?.html).toBe('<p>Words &amp; <em>more</em>.</p>');
      expect(read.items[0]?.notes).toEqual([]);
    },
  );

  it.each(['pocket-csv', 'instapaper-csv', 'readwise-csv'])(
    '%s has no cell that a spreadsheet would run',
    async (id) => {
      const [file] = await write(id);
      expect(file?.text).not.toMatch(/(?:^|[,\n]"?)[=+@\t-]/m);
    },
  );

  it('JSON Feed has what its version asks for', async () => {
    const [file] = await write('json-feed');
    const feed = JSON.parse(file?.text ?? '') as { version: string; items: Record<string, unknown>[] };
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    for (const item of feed.items) {
      expect(item['id']).toBeTypeOf('string');
      expect('content_html' in item || 'content_text' in item).toBe(true);
    }
  });

  it('Web Annotations say the words and where they are from', async () => {
    const [file] = await write('web-annotations');
    const { first } = JSON.parse(file?.text ?? '') as { first: { items: readonly unknown[] } };
    expect(first.items).toMatchObject([
      {
        motivation: 'commenting',
        body: [{ value: '@why' }],
        target: { selector: [{ type: 'TextQuoteSelector', exact: 'Words & "more"' }] },
      },
      { motivation: 'commenting', target: { selector: [{ exact: 'Two\nblocks' }] } },
      { motivation: 'commenting', target: ARTICLES[0]?.url },
    ]);
  });

  it('names what a note links to in a table for Readwise, and no id of this library', async () => {
    const [article] = ARTICLES;
    const [mark] = article?.highlights ?? [];
    if (!article || !mark) throw new Error('The first article has a highlight.');
    const note = 'See [[The lanterns|article/1dfe7cf8]].';
    const [file] = await exporter('readwise-csv').write(
      [{ ...article, highlights: [{ ...mark, note }] }],
      'My list',
      tools,
    );
    expect(file?.content).toContain('See “The lanterns”.');
  });

  it.each(['wallabag-json', 'web-annotations', 'readwise-csv', 'markdown'])(
    '%s brings marks and their notes back',
    async (id) => {
      const read = await again(id);
      const item = read.items.find(({ url }) => url === ARTICLES[0]?.url);
      expect(read.rejected).toEqual([]);
      expect(item?.highlights.map(({ quote, note }) => [quote, note])).toEqual([
        ['Words & "more"', '@why'],
        ['Two\nblocks', '> quoted\n\nlast'],
      ]);
      if (id !== 'readwise-csv') expect(item?.notes).toEqual([ARTICLES[0]?.note]);
      if (id === 'markdown') expect(item?.text?.html).not.toContain('blocks');
    },
  );

  it('BibTeX escapes what TeX would read as a command', async () => {
    const [file] = await exporter('bibtex').write([anExport({ title: '100% of {C#} & \\LaTeX_x^2~' })], '', tools);
    expect(file?.content).toContain(
      'title = {{100\\% of \\{C\\#\\} \\& \\textbackslash{}LaTeX\\_x\\textasciicircum{}2\\textasciitilde{}}}',
    );
  });

  it('gives files names that every system takes, each once', async () => {
    const articles = ['con', 'a/b: "c"?', 'Same', 'same', '..', '\u202egnp.exe'].map((title) => anExport({ title }));
    const names = (await exporter('text').write(articles, '', tools)).map(({ path }) => path);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    expect(names.join('\n')).not.toMatch(/[\\/:*?"<>|\u202e]/);
  });
});

describe('an address that does not lead to the web', () => {
  it('is told and no link, in a page and in a book', async () => {
    const url = 'javascript:alert(document.domain)//https://lamp.example/';
    const article = anExport({ url, html: sanitise(untrusted('<p>Words.</p>')) });
    const [book] = await exporter('epub').write([article, anExport({ url })], 'Book', tools);
    const files = unzipSync(book?.content as Uint8Array<ArrayBuffer>);
    const chapters = Object.entries(files).filter(([path]) => path.endsWith('.xhtml'));
    const pages = [
      articlePage(article, '<p>Words.</p>', "'self'"),
      ...chapters.map(([, bytes]) => new TextDecoder().decode(bytes)),
    ];
    for (const page of pages) expect(page).not.toMatch(/href="javascript/);
    expect(pages[0]).toContain(url);
  });
});

describe('EPUB', () => {
  it('is a zip that begins as the standard asks, with well-formed pages and every file in its manifest', async () => {
    const picture = {
      url: 'https://lamp.example/p.png',
      hash: 'c'.repeat(64),
      type: 'image/png' as const,
      bytes: async () => PNG,
    };
    const html = sanitise(untrusted('<p>A <img src="https://lamp.example/p.png" alt="lamp"></p>'));
    const [file] = await exporter('epub').write(
      [...ODD_ARTICLES, anExport({ html, pictures: [picture], note: 'mine' })],
      'Book',
      tools,
    );
    const bytes = file?.content as Uint8Array<ArrayBuffer>;
    expect(new TextDecoder().decode(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip');
    const files = unzipSync(bytes);
    const text = (path: string) => new TextDecoder().decode(files[path]);
    const { window } = new JSDOM('');
    const parser = new window.DOMParser();
    for (const path of Object.keys(files).filter((name) => /\.(?:xhtml|opf|ncx|svg|xml)$/.test(name))) {
      const type = path.endsWith('.xhtml') ? 'application/xhtml+xml' : 'application/xml';
      expect(parser.parseFromString(text(path), type).querySelector('parsererror')?.textContent, path).toBeUndefined();
    }
    const listed = [...text('OEBPS/book.opf').matchAll(/href="([^"]+)" media-type/g)].map(
      ([, href]) => `OEBPS/${href}`,
    );
    const there = Object.keys(files).filter((path) => path.startsWith('OEBPS/') && path !== 'OEBPS/book.opf');
    expect(listed.sort()).toEqual(there.sort());
    expect(text('OEBPS/book.opf')).toContain('<meta property="dcterms:modified">2030-06-01T02:03:04Z</meta>');
    expect(
      Object.values(files)
        .map((part) => new TextDecoder().decode(part))
        .join(''),
    ).not.toMatch(/<img[^>]+src="https?:/);
  });
});
