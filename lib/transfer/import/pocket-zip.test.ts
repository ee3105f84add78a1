import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { whyRejected } from '../../../tests/support/why-rejected.ts';
import { previewOf } from './preview.ts';
import { readImport } from './read-import.ts';

const day = Date.UTC(2024, 4, 6);

describe('Pocket with its annotations and collections', () => {
  const zipOf = (files: Record<string, unknown>) =>
    new Blob([
      zipSync(
        Object.fromEntries(
          Object.entries(files).map(([path, value]) => [
            path,
            new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value)),
          ]),
        ),
      ) as Uint8Array<ArrayBuffer>,
    ]);

  it('joins what each says, and tells of what is none', async () => {
    const blob = zipOf({
      'part_000000.csv': 'title,url,time_added,tags,status\nOne,https://pocket.example/1,1714953600,,unread\n',
      'annotations/part_000000.json': [
        { url: 'https://pocket.example/1', highlights: [{ quote: 'words' }, 'noise', { quote: 7 }] },
        { url: 'https://pocket.example/2', title: 'Two', highlights: [{ quote: 'more', created_at: day / 1000 }] },
        { url: 'about:blank', highlights: [{ quote: 'none' }] },
        'noise',
      ],
      'collections/a.json': {
        slug: 'a-slug',
        title: ' ',
        items: [{ url: 'https://pocket.example/2', note: 'why' }, 'noise'],
      },
      'collections/b.json': { slug: '', title: null, items: [{ url: 'https://pocket.example/1' }] },
    });
    const result = await readImport([{ path: 'pocket.zip', blob }]);
    expect(result.format).toBe('pocket-zip');
    expect(result.items).toMatchObject([
      { url: 'https://pocket.example/1', addedAt: day, highlights: [{ quote: 'words' }], lists: [['Collection']] },
      {
        url: 'https://pocket.example/2',
        addedAt: day,
        highlights: [{ quote: 'more' }],
        lists: [['a-slug']],
        notes: ['why'],
      },
    ]);
    expect(whyRejected(result).sort()).toEqual(['1 missing-url', '2 unsupported-scheme', '3 malformed-record']);
  });

  it('shows before an import what it would bring', async () => {
    const blob = zipOf({
      'collections/a.json': {
        slug: 'a',
        title: 'A',
        createdAt: '2024-05-06',
        items: [{ url: 'https://pocket.example/1', title: 'One', note: 'n' }, { url: '' }],
      },
      'collections/b.json': {
        slug: 'b',
        title: 'B',
        items: [{ url: 'https://pocket.example/1#again' }, { url: 'https://pocket.example/1' }],
      },
      'annotations/part_000000.json': [
        { url: 'https://pocket.example/1', highlights: [{ quote: 'words', created_at: day / 1000 }] },
        { url: 'https://pocket.example/bare', highlights: [{ quote: 'bare' }] },
      ],
    });
    const { items, rejected } = previewOf(await readImport([{ path: 'pocket.zip', blob }]));
    expect(items.find(({ url }) => url.endsWith('/1'))).toMatchObject({
      list: 'A',
      listPath: ['A'],
      alsoInLists: ['B'],
      notes: 'n',
      highlights: [{ quote: 'words', note: null, createdAt: '2024-05-06T00:00:00.000Z' }],
      contentHtmlPresent: false,
    });
    expect(items.find(({ url }) => url.endsWith('/bare'))).toMatchObject({
      title: null,
      addedAt: null,
      list: null,
      notes: null,
      highlights: [{ quote: 'bare', note: null }],
    });
    expect(rejected).toMatchObject([{ reason: 'missing-url' }]);
    const marked = {
      kind: 'item',
      url: 'https://a.example/',
      isArchived: false,
      isFavourite: false,
      tags: [],
      lists: [],
      notes: [],
      copies: 2,
      isToRead: true,
      attachment: 'a.pdf',
      highlights: [{ quote: 'q', note: 'n', tags: ['t'] }],
    } as const;
    const [shown] = previewOf({
      format: 'x',
      names: [],
      lacks: [],
      items: [marked],
      rejected: [],
      softDuplicates: [],
    }).items;
    expect(shown).toMatchObject({
      mergedCopies: 2,
      toRead: true,
      attachment: 'a.pdf',
      highlights: [{ note: 'n', tags: ['t'] }],
    });
  });
});
