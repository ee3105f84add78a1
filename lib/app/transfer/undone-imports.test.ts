import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStore } from '../../../tests/support/a-store.ts';
import { anItem, dump, importAll, runnerOf } from '../../../tests/support/run-import.ts';
import type { ArticleId, ContentHash, HighlightId, PictureId } from '../../article/ids.ts';
import { writeHighlightNote } from '../../store/highlights.ts';
import { readImports } from '../../store/imports.ts';
import { keepPictureFile, requeuePictures } from '../../store/pictures.ts';
import { changeReadings } from '../../store/readings.ts';
import { createImports } from './imports.ts';

describe('undoing an import', () => {
  it('leaves the library as it was, to the letter, whatever was here before', async () => {
    const part = fc.record({
      n: fc.nat(5),
      tags: fc.subarray(['a', 'b']),
      isArchived: fc.boolean(),
      isFavourite: fc.boolean(),
      note: fc.constantFrom('', 'note'),
      list: fc.constantFrom([], [['L']], [['Outer', 'L']], [['Outer', 'L', 'deep'], ['Other']]),
      hasText: fc.boolean(),
      quotes: fc.subarray(['q', 'r']),
      addedAt: fc.nat(9),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 4 }),
        fc.array(part, { minLength: 1, maxLength: 6 }),
        async (before, after) => {
          const store = aStore();
          const itemOf = ({ n, hasText, note, list, quotes, ...rest }: (typeof before)[number]) =>
            anItem({
              ...rest,
              url: `https://lamp.example/${n}`,
              notes: [note],
              highlights: quotes.map((quote) => ({ quote, note })),
              lists: list,
              ...(hasText && { text: { kind: 'article', html: `<p>${n}</p>` } }),
            });
          await importAll(store, before.map(itemOf));
          await store.db.imports.clear();
          store.wait();
          const former = await dump(store);
          const id = await importAll(store, after.map(itemOf));
          store.wait();
          await createImports(store, () => undefined).undo(id);
          await runnerOf(store)();
          const now = await dump(store);
          expect(now).toEqual(former);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('leaves no picture file behind that came since', async () => {
    const store = aStore();
    const html = '<p>Words</p><img src="https://lamp.example/a.png">';
    const id = await importAll(store, [anItem({ text: { kind: 'article', html } })]);
    await requeuePictures(store, ['blocked']);
    const [picture] = await store.db.pictures.toArray();
    const blob = new Blob(['bytes'], { type: 'image/png' });
    const file = { hash: 'f'.repeat(64) as ContentHash, blob, type: 'image/png', width: 4, height: 3 } as const;
    await keepPictureFile(store, picture?.id as PictureId, file);
    expect(await store.db.pictureFiles.count()).toBe(1);
    store.wait();
    await createImports(store, () => undefined).undo(id);
    await runnerOf(store)();
    expect([await store.db.articles.count(), await store.db.pictureFiles.count()]).toEqual([0, 0]);
  });

  it('keeps a mark that the reader has changed since, and its article', async () => {
    const store = aStore();
    const id = await importAll(store, [anItem({ highlights: [{ quote: 'One' }, { quote: 'Two' }] })]);
    const [mark] = await store.db.highlights.toArray();
    store.wait();
    await writeHighlightNote(store, mark?.id as HighlightId, 'mine');
    await createImports(store, () => undefined).undo(id);
    await runnerOf(store)();
    expect(await store.db.articles.count()).toBe(1);
    expect(await store.db.highlights.count()).toBe(2);
  });

  it('keeps an article that the reader has changed since', async () => {
    const store = aStore();
    const id = await importAll(store, [anItem(), anItem({ url: 'https://lamp.example/b' })]);
    store.wait();
    const article = await store.db.articles.where('urlKey').equals('https://lamp.example/a').first();
    await changeReadings(store, [article?.id as ArticleId], () => ({ favouriteAt: store.now() }));
    await createImports(store, () => undefined).undo(id);
    await runnerOf(store)();
    expect((await store.db.articles.toArray()).map(({ url }) => url)).toEqual(['https://lamp.example/a']);
    expect(await readImports(store, 1)).toMatchObject([{ status: 'undone', kept: 1 }]);
    expect(await store.db.importBatches.count()).toBe(0);
  });
});
