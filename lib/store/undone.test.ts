import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aDraft, aStore, aText, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId, ListId } from '../article/ids.ts';
import type { ImportJob, ImportStatus, PreparedItem } from '../article/import-job.ts';
import { applyImportBatch } from './apply-import.ts';
import { keepArticle } from './articles.ts';
import { addList } from './change-lists.ts';
import { checkLibrary } from './check/check-library.ts';
import { addHighlight, changeHighlight } from './highlights.ts';
import { addImport, addImportBatch, changeImport, finishImport, readNextBatch } from './imports.ts';
import { joinArticles, partArticles } from './join-articles.ts';
import { putOnList, takeOffList } from './list-entries.ts';
import { writeNote } from './notes.ts';
import { changeReadings, keepPlace } from './readings.ts';
import { addTag, removeTag } from './tags.ts';
import { undoImportBatch } from './undo-import.ts';

const nextRank = (last: string | undefined) => `${last ?? ''}m`;
const making = { nextRank, colourOf: () => 'blue' as const };
const urlOf = (n: number) => `https://daily.example/${n}`;
const LABELS = ['Sea', 'Boats', 'Harbour'];

/** What a reader may have done with an article before. */
const KEPT = fc.record({
  hasText: fc.boolean(),
  hasOwnTitle: fc.boolean(),
  tags: fc.subarray(LABELS),
  untagged: fc.subarray(LABELS),
  lists: fc.subarray([0, 1]),
  takenOff: fc.subarray([0, 1]),
  note: fc.constantFrom('', ' ', 'Mine', 'From afar'),
  marks: fc.subarray(['words', 'Text']),
  isMarkDeleted: fc.boolean(),
  isFavourite: fc.boolean(),
  isTrashed: fc.boolean(),
  progress: fc.constantFrom(0, 0.5, 1),
});
type Kept = typeof KEPT extends fc.Arbitrary<infer Value> ? Value : never;

async function keep(store: TestStore, listIds: readonly ListId[], n: number, kept: Kept): Promise<ArticleId> {
  const url = urlOf(n);
  const title = kept.hasOwnTitle ? `Title ${n}` : url;
  const draft = await aDraft({ url, title, ...(kept.hasText ? {} : { html: undefined }), pictureUrls: [`${url}.png`] });
  const { articleId } = await keepArticle(store, draft);
  for (const tag of kept.tags) await addTag(store, articleId, tag);
  for (const tag of kept.untagged) await removeTag(store, articleId, tag);
  for (const at of kept.lists) await putOnList(store, listIds[at] as ListId, articleId, () => `${n}m`);
  for (const at of kept.takenOff) await takeOffList(store, listIds[at] as ListId, articleId);
  if (kept.note !== '') await writeNote(store, { articleId }, kept.note);
  for (const exact of kept.marks) {
    const { id } = await addHighlight(store, { articleId, colour: 'rose', quote: { exact, prefix: '', suffix: '' } });
    if (kept.isMarkDeleted) await changeHighlight(store, id, { deletedAt: store.now() });
  }
  if (kept.progress > 0)
    await keepPlace(store, articleId, {
      position: { quote: 'T', start: 0, fraction: 0 } as never,
      progress: kept.progress,
    });
  if (kept.isFavourite) await changeReadings(store, [articleId], () => ({ favouriteAt: store.now() }));
  if (kept.isTrashed) await changeReadings(store, [articleId], () => ({ trashedAt: store.now() }));
  return articleId;
}

async function aLibraryOf(keeps: readonly Kept[]) {
  const store = aStore();
  const listIds: ListId[] = [];
  for (const name of ['Later', 'Soon'])
    listIds.push(await addList(store, name, () => ({ colour: 'blue', rank: name })));
  const ids: ArticleId[] = [];
  for (const [n, kept] of keeps.entries()) ids.push(await keep(store, listIds, n, kept));
  store.wait();
  return { store, listIds, ids };
}

/** Everything that a reader has: not the index, which the check compares with it, nor imports. */
async function dump({ db }: TestStore) {
  const tables = db.tables.filter(({ name }) => !/^(?:index|import)/.test(name));
  return Object.fromEntries(
    await Promise.all(tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}

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
          expect(unremoved(await dump(store))).toEqual(unremoved(before));
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

/** Without rows that stand for what was taken off before: an import that puts it on again takes their place. */
const unremoved = (tables: Awaited<ReturnType<typeof dump>>) =>
  Object.fromEntries(
    Object.entries(tables).map(([name, rows]) => [name, rows.filter((row) => row.removedAt === undefined)]),
  );

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
