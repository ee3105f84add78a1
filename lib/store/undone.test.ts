import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLibraryOf, dump, KEPT, LABELS, urlOf } from '../../tests/support/a-random-library.ts';
import { aText, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import type { ImportJob, ImportStatus, PreparedItem } from '../article/import-job.ts';
import { applyImportBatch } from './apply-import.ts';
import { checkLibrary } from './check/check-library.ts';
import { addImport, addImportBatch, changeImport, finishImport, readNextBatch } from './imports.ts';
import { joinArticles, partArticles } from './join-articles.ts';
import { undoImportBatch } from './undo-import.ts';

const nextRank = (last: string | undefined) => `${last ?? ''}m`;
const making = { nextRank, colourOf: () => 'blue' as const };
const faultsOf = async (store: TestStore) => (await checkLibrary(store)).faults;

const ITEM = fc.record({
  n: fc.nat({ max: 4 }),
  hasTitle: fc.boolean(),
  savedAt: fc.option(fc.constantFrom(1000, 5e12), { nil: undefined }),
  publishedAt: fc.option(fc.constant('2020-01-01'), { nil: undefined }),
  language: fc.option(fc.constant('en'), { nil: undefined }),
  isArchived: fc.boolean(),
  isFavourite: fc.boolean(),
  progress: fc.constantFrom(0, 1),
  tags: fc.subarray([...LABELS, 'New']),
  lists: fc.subarray(['later', 'Soon', 'Fresh']),
  note: fc.constantFrom('', 'From afar', 'Mine'),
  marks: fc.subarray(['words', 'other']),
  hasText: fc.boolean(),
});

async function prepared(item: typeof ITEM extends fc.Arbitrary<infer Value> ? Value : never): Promise<PreparedItem> {
  const { n, hasTitle, savedAt, publishedAt, language, hasText } = item;
  const url = urlOf(n);
  const { body } = await aText(`<p>From afar, <code>number</code> ${n}.</p>`);
  const pictures = [`${url}.png`, `${url}.png`, `${url}-2.png`].map((address) => ({ url: address, alt: '' }));
  return {
    url,
    urlKey: url,
    title: hasTitle ? `Imported ${n}` : url,
    authors: [],
    siteName: 'daily.example',
    excerpt: 'From afar',
    direction: 'ltr',
    ...(savedAt !== undefined && { savedAt }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    isArchived: item.isArchived,
    isFavourite: item.isFavourite,
    progress: item.progress,
    tags: item.tags.map((label) => ({ label, tagKey: label.toLowerCase() })),
    lists: item.lists,
    note: item.note,
    ...(item.marks.length > 0 && {
      marks: item.marks.map((exact) => ({
        quote: { exact, prefix: '', suffix: '' },
        colour: 'green' as const,
        note: '',
      })),
    }),
    ...(hasText && { text: { ...body, wordCount: 4, pictures } }),
  };
}

async function stage(
  store: TestStore,
  id: string,
  batches: readonly (readonly PreparedItem[])[],
  here: 'join' | 'skip',
) {
  const at = store.now();
  const counts = { total: batches.flat().length, added: 0, joined: 0, skipped: 0, kept: 0 };
  const job: ImportJob = {
    id,
    name: 'Pocket',
    status: 'staging',
    options: { lists: 'keep', tags: [], here },
    ...counts,
    createdAt: at,
    updatedAt: at,
  };
  await addImport(store, job);
  for (const [seq, items] of batches.entries())
    await addImportBatch(store, { importId: id, seq, state: 'waiting', items });
}

/** Goes from status to status and does all that is to be done at it. */
async function run(store: TestStore, id: string, from: ImportStatus, to: 'running' | 'undoing') {
  expect(await changeImport(store, id, [from], to)).toBe(true);
  for (;;) {
    const job = await store.db.imports.get(id);
    const batch = job && (await readNextBatch(store, job));
    if (!batch) break;
    store.wait(1);
    if (to === 'running') await applyImportBatch(store, id, batch.seq, making);
    else await undoImportBatch(store, id, batch.seq);
  }
  await finishImport(store, id);
  expect(await faultsOf(store)).toEqual([]);
}

describe('an import that is taken back', () => {
  it('leaves the library as it was, to the letter', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(KEPT, { maxLength: 3 }),
        fc.array(fc.array(ITEM, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
        fc.constantFrom('join' as const, 'skip' as const),
        async (keeps, batches, here) => {
          const { store } = await aLibraryOf(keeps);
          const before = await dump(store);
          await stage(store, 'one', await Promise.all(batches.map((items) => Promise.all(items.map(prepared)))), here);
          await run(store, 'one', 'staging', 'running');
          await run(store, 'one', 'done', 'undoing');
          expect(await dump(store)).toEqual(before);
          expect(await store.db.imports.get('one')).toMatchObject({ status: 'undone', added: 0, kept: 0 });
          expect(await store.db.importBatches.count()).toBe(0);
          await store.db.delete();
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('two articles that were joined', () => {
  it('are parted as they were, but for the times of the changes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(KEPT, KEPT), async (keeps) => {
        const { store, ids } = await aLibraryOf(keeps.map((kept) => ({ ...kept, isTrashed: false })));
        const [keptId, otherId] = ids as [ArticleId, ArticleId];
        const before = await dump(store);
        const joined = await joinArticles(store, keptId, otherId, nextRank);
        expect(await faultsOf(store)).toEqual([]);
        expect((await store.db.readings.get(otherId))?.trashedAt).toBe(store.now());
        store.wait();
        await partArticles(store, joined);
        expect(await faultsOf(store)).toEqual([]);
        expect(timeless(await dump(store))).toEqual(timeless(before));
        await store.db.delete();
      }),
      { numRuns: 12 },
    );
  });
});

/** Without what a change and its undo may leave: later times, rows that are marked as removed, an empty note. */
const timeless = (tables: Awaited<ReturnType<typeof dump>>) =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [
      name,
      rows
        .filter((row) => row.removedAt === undefined && !(name === 'notes' && row.text.trim() === ''))
        .map(({ updatedAt: _, addedAt: __, shownAt, createdAt, ...row }) => ({
          ...row,
          isShown: shownAt !== undefined,
        })),
    ]),
  );
