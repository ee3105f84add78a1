import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { anExport, PNG, sanitise, tools } from '../../../tests/support/export-tools.ts';
import { untrusted } from '../../article/html.ts';
import { readImport } from '../import/read-import.ts';
import { articlePage } from './article-page.ts';
import type { ExportArticle } from './export-article.ts';
import { EXPORTERS } from './index.ts';

async function write(id: string, articles: readonly ExportArticle[], title = 'My list', own = tools) {
  const files = await EXPORTERS.find((one) => one.id === id)?.write(articles, title, own);
  if (!files) throw new Error(`No exporter ${id}`);
  return files;
}

const textOf = async (id: string, articles: readonly ExportArticle[], title?: string): Promise<string> =>
  String((await write(id, articles, title))[0]?.content);

const jsonOf = async (id: string, article: ExportArticle) => JSON.parse(await textOf(id, [article])) as unknown;

const picture = (type: 'image/png' | 'image/webp', name: string) => ({
  url: `https://lamp.example/${name}`,
  hash: name[0]?.repeat(64) ?? '',
  type,
  bytes: async () => PNG,
});

/** With all that an article may have. */
const FULL = anExport({
  publishedAt: '2024-05-06T07:08:09Z',
  language: 'he',
  direction: 'rtl',
  tags: ['sea, fog', '2024', '!!'],
  lists: ['Winter', 'Spring'],
  note: 'A note',
  isArchived: true,
  html: sanitise(
    untrusted(
      '<p>Words <mark>marked</mark><mark> </mark>.</p><p><img src="https://lamp.example/a.png"><img src="https://lamp.example/b.webp" alt="B"><img src="https://lamp.example/c.png"><img src="https://lamp.example/d.png" alt=" D "></p>',
    ),
  ),
  pictures: [picture('image/png', 'a.png'), picture('image/webp', 'b.webp')],
  highlights: [
    {
      id: 'h1',
      quote: 'Words',
      prefix: '',
      suffix: ' marked',
      startIndex: 0,
      endIndex: 5,
      colour: 'amber',
      note: '',
      createdAt: 1e12,
    },
    { id: 'h2', quote: 'marked', colour: 'rose', note: 'Why', createdAt: 1e12 },
  ],
});

/** With nothing that an article can be without. */
const BARE = anExport({ title: '?', authors: [], siteName: '', excerpt: '', url: 'https://lamp.example/bare' });

describe('an article with everything, and one with nothing', () => {
  it('stand in JSON for wallabag', async () => {
    expect(await jsonOf('wallabag-json', FULL)).toMatchObject([
      {
        is_archived: 1,
        is_starred: 0,
        published_at: FULL.publishedAt,
        language: 'he',
        annotations: [{ text: 'A note', quote: '' }, { quote: 'Words' }, { quote: 'marked', text: 'Why' }],
        content: expect.stringContaining('src="https://lamp.example/a.png"'),
      },
    ]);
    const [bare] = (await jsonOf('wallabag-json', BARE)) as [object];
    expect(bare).toMatchObject({ content: '', annotations: [], tags: [] });
    for (const name of ['published_at', 'language']) expect(bare).not.toHaveProperty(name);
  });

  it('stand in a JSON feed', async () => {
    expect(await jsonOf('json-feed', FULL)).toMatchObject({
      items: [
        { language: 'he', summary: 'On lamps.', _lectern: { highlights: [{ quote: 'Words' }, { note: 'Why' }] } },
      ],
    });
    const { items } = (await jsonOf('json-feed', BARE)) as { items: [object] };
    expect(items[0]).toMatchObject({ content_text: '?', authors: [] });
    for (const name of ['language', 'summary', 'content_html']) expect(items[0]).not.toHaveProperty(name);
  });

  it('stand among Web Annotations, with the place of a mark where it is known', async () => {
    const { first } = (await jsonOf('web-annotations', FULL)) as { first: { items: readonly unknown[] } };
    expect(first.items).toMatchObject([
      {
        motivation: 'highlighting',
        target: {
          selector: [
            { type: 'TextQuoteSelector', exact: 'Words', prefix: '', suffix: ' marked' },
            { type: 'TextPositionSelector', start: 0, end: 5 },
          ],
        },
      },
      { motivation: 'commenting', target: { selector: [{ exact: 'marked' }] } },
      { body: [{ value: 'A note' }] },
    ]);
    expect(first.items[0]).not.toHaveProperty('body');
    expect(await jsonOf('web-annotations', BARE)).toMatchObject({ total: 0 });
  });

  it('are references', async () => {
    const bib = await textOf('bibtex', [
      FULL,
      FULL,
      BARE,
      anExport({ ...BARE, siteName: 'The Press', title: 'Two lamps' }),
    ]);
    expect(bib).toContain('@online{oak2024lamp,');
    expect(bib).toContain('@online{oak2024lamp-2,');
    expect(bib).toContain('@online{article2024,');
    expect(bib).toContain('@online{thepress2024lamps,');
    expect(bib).toContain('date = {2024-05-06}');
    expect(bib).toContain('keywords = {sea fog, 2024, !!}');
    expect(bib).toContain('annotation = {A note}');
    expect(await jsonOf('csl-json', FULL)).toMatchObject([
      { issued: { 'date-parts': [[2024, 5, 6]] }, language: 'he', keyword: 'sea  fog, 2024, !!' },
    ]);
    const [bare] = (await jsonOf('csl-json', anExport({ ...BARE, publishedAt: 'yesterday' }))) as [object];
    for (const name of ['issued', 'author', 'container-title', 'language', 'abstract', 'keyword', 'note']) {
      expect(bare).not.toHaveProperty(name);
    }
  });

  it('stand in the folder that Instapaper has for them', async () => {
    const articles = [
      anExport({ isFavourite: true, isArchived: true }),
      anExport({ isArchived: true, lists: ['Winter'] }),
      anExport({ lists: ['Winter', 'Spring'] }),
      anExport(),
    ];
    const rows = (await textOf('instapaper-csv', articles)).trim().split('\n').slice(1);
    expect(rows.map((row) => row.split(',').at(-3))).toEqual(['Starred', 'Archive', 'Winter', 'Unread']);
    expect(await textOf('pocket-csv', [anExport({ tags: ['a|b', 'c'] })])).toContain(',a b|c,unread');
  });

  it('are Markdown for Obsidian and Logseq, and plain text', async () => {
    const [note, ...pictures] = await write('markdown', [FULL, FULL]);
    const text = String(note?.content);
    expect(text).toContain('  - "sea-fog"\n  - "_2024"\n  - "tag"');
    expect(text).toContain('published: "2024-05-06T07:08:09Z"');
    expect(text).toContain('==marked==');
    expect(text).toMatch(/!\[\]\(pictures\/a{64}\.png\)/);
    expect(text).toContain('\\[Picture\\]');
    expect(text).toContain('\\[Picture: D\\]');
    expect(pictures.map(({ path }) => path).filter((path) => path.startsWith('pictures/'))).toHaveLength(2);
    expect(pictures.at(-1)?.content).toEqual(PNG);
    const [page] = await write('markdown-logseq', [FULL]);
    expect(String(page?.content)).toMatch(
      /^title:: A lamp & a <fog>\nsource:: .*\ndate:: 2024-02-03\ntags:: sea {2}fog, 2024, !!\n\n- A note\n- /,
    );
    expect(String((await write('markdown-logseq', [BARE]))[0]?.content)).not.toMatch(/tags::|undefined/);
    const [plain] = await write('text', [FULL]);
    expect(String(plain?.content)).toContain('Note: A note\n\nWords marked .');
    expect(String(plain?.content)).toContain('Highlights\n\n“Words”\n\n“marked”\nWhy');
    expect(String((await write('text', [BARE]))[0]?.content)).not.toMatch(/Note:|Highlights|undefined/);
  });

  it('are one page with its pictures in it, which names itself for one article', async () => {
    const one = await textOf('html', [FULL], 'Whole');
    expect(one).toContain('<title>A lamp &amp; a &lt;fog&gt;</title>');
    expect(one).toContain('src="data:image/png;base64,iVBOR');
    expect(one).not.toContain('<nav>');
    expect(one).not.toContain('A note');
    const two = await textOf('html', [FULL, BARE], 'Whole');
    expect(two).toContain('<title>Whole</title>');
    expect(two).toContain('<a href="#a2" dir="auto">?</a>');
    expect(articlePage(FULL, '<p>Words</p>', "'self'")).toMatch(
      /<html[^>]* lang="he"[^>]* dir="rtl"|<article[^>]* lang="he" dir="rtl"/,
    );
    expect(articlePage(BARE, undefined, "'self'")).not.toMatch(/ lang="|dir="rtl"|undefined/);
  });
});

describe('a book', () => {
  const bookOf = async (articles: readonly ExportArticle[], title: string, own = tools) => {
    const [file] = await write('epub', articles, title, own);
    const files = unzipSync(file?.content as Uint8Array<ArrayBuffer>);
    return { files, text: (path: string) => new TextDecoder().decode(files[`OEBPS/${path}`]) };
  };

  it('is read from the right if all in it is, and holds a picture once that two have', async () => {
    const { files, text } = await bookOf([FULL, FULL], 'Words '.repeat(40));
    expect(text('book.opf')).toContain('page-progression-direction="rtl"');
    expect(Object.keys(files).filter((path) => path.includes('/pictures/'))).toEqual([
      `OEBPS/pictures/${'a'.repeat(64)}.png`,
    ]);
    expect(text('c1.xhtml')).toMatch(/<q>Words<\/q><\/p>[\s\S]*<q>marked<\/q> Why/);
    expect(text('cover.svg').match(/font-size="52"/g)).toHaveLength(8);
    expect(text('cover.svg')).toContain('2 articles');
    expect((await bookOf([FULL, BARE], 'Both')).text('book.opf')).not.toContain('page-progression-direction');
  });

  it('has JPEG for what not every reading system shows, or its description', async () => {
    const toJpeg = async () => PNG;
    const { files, text } = await bookOf([FULL], 'Book', { ...tools, toJpeg });
    expect(Object.keys(files)).toContain(`OEBPS/pictures/${'b'.repeat(64)}.jpg`);
    expect(text('c1.xhtml')).toContain(`src="pictures/${'b'.repeat(64)}.jpg"`);
    expect((await bookOf([FULL], 'Book')).text('c1.xhtml')).toContain('[Picture: B]');
  });

  it('has a name where none was given, and says of one article where it is from', async () => {
    const { text } = await bookOf([FULL], '');
    expect(text('book.opf')).toContain('<dc:title>Articles</dc:title>');
    expect(text('toc.ncx')).toContain('<docTitle><text>Articles</text></docTitle>');
    expect(text('cover.xhtml')).toContain('alt="Cover"');
    expect(text('cover.svg')).toContain('>Lamp<');
    expect((await bookOf([], 'None')).text('book.opf')).toContain('urn:uuid:None');
  });
});

describe('what goes out', () => {
  it('comes in again with the picture type that it had, whatever its title', async () => {
    const files = await write('markdown', [anExport({ ...FULL, title: `${'灯'.repeat(60)} ${'x'.repeat(300)}` })]);
    for (const { path } of files) expect(new TextEncoder().encode(path).length).toBeLessThan(160);
    const read = await readImport(files.slice(0, 1).map(({ path, content }) => ({ path, blob: new Blob([content]) })));
    expect(read.items[0]).toMatchObject({ publishedAt: FULL.publishedAt, lists: [['Winter'], ['Spring']] });
  });
});
