import { describe, expect, it } from 'vitest';
import { aDraft, aText, type TestStore } from '../../tests/support/a-store.ts';
import { aLibrary } from '../../tests/support/a-whole-library.ts';
import { isArticleGone } from '../article/article-gone.ts';
import type { ArticleId, HighlightId, ListId, PictureId } from '../article/ids.ts';
import { applyImportBatch } from './apply-import.ts';
import { keepArticle } from './articles.ts';
import { readBriefRows } from './brief-rows.ts';
import { changeList, rankList } from './change-lists.ts';
import { changeMany, putManyOnList, tagMany, takeManyOffList, untagMany } from './change-many.ts';
import { checkLibrary } from './check/check-library.ts';
import { repairLibrary } from './check/repair-library.ts';
import { readCounts } from './counts.ts';
import { fillArticle } from './fill-article.ts';
import { countHere, findArticleByUrlKey, isInTrash } from './find-by-url.ts';
import { readFoundTexts } from './found-texts.ts';
import { addHighlight, changeHighlight, writeHighlightNote } from './highlights.ts';
import { addImport, changeImport, finishImport, pauseWithProblem } from './imports.ts';
import { openIndex } from './index-session.ts';
import { putOnList, takeOffList } from './list-entries.ts';
import { writeListNote } from './list-notes.ts';
import { writeNote } from './notes.ts';
import { endPicture, keepPictureFile, postponePicture } from './pictures.ts';
import { readEnds, readOldest } from './read-ends.ts';
import { readPassages } from './read-passages.ts';
import { readLately } from './read-statistics.ts';
import { findTags, readTags } from './read-tags.ts';
import { changeReadings, keepPlace } from './readings.ts';
import { readRows } from './rows.ts';
import { addTag, removeTag } from './tags.ts';
import { tendIndex } from './tend-index.ts';
import { addTextJobs, failText } from './text-jobs.ts';
import { undoImportBatch } from './undo-import.ts';
import { readRecord } from './vault-rows.ts';
import { addText, showVersion } from './versions.ts';

const gone = 'gone' as ArticleId;
const aQuote = { exact: 'quiet', prefix: '', suffix: '' };
const nextRank = (last: string | undefined) => `${last ?? ''}m`;
const making = { nextRank, colourOf: () => 'blue' as const };

async function dump({ db }: TestStore) {
  return Object.fromEntries(
    await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
}

interface Call {
  readonly name: string;
  readonly make: (store: TestStore, here: { readonly id: ArticleId; readonly listId: ListId }) => Promise<unknown>;
  readonly answer?: unknown;
}

/** Another window erased the article, the list, the mark or the import that this one still shows. */
const CALLS: readonly Call[] = [
  {
    name: 'addText',
    make: async (store) => addText(store, gone, await aText('<p>New</p>')),
    answer: { status: 'gone' },
  },
  {
    name: 'fillArticle',
    make: async (store) => fillArticle(store, gone, { ...(await aDraft()), text: await aText('<p>New</p>') }),
    answer: 'not-needed',
  },
  { name: 'showVersion', make: (store) => showVersion(store, gone, 'none' as never) },
  { name: 'changeReadings', make: (store) => changeReadings(store, [gone], () => ({ progress: 1 })), answer: [] },
  {
    name: 'keepPlace',
    make: (store) =>
      keepPlace(store, gone, { progress: 1, position: { anchorText: '', anchorOccurrence: 0, fraction: 1 } }),
  },
  { name: 'changeList', make: (store) => changeList(store, 'gone' as ListId, { name: 'New' }) },
  { name: 'rankList', make: (store) => rankList(store, 'gone' as ListId, () => 'z') },
  { name: 'writeListNote', make: (store) => writeListNote(store, 'gone' as ListId, 'New', '') },
  { name: 'takeOffList', make: (store, { listId }) => takeOffList(store, listId, gone) },
  { name: 'putManyOnList', make: (store, { listId }) => putManyOnList(store, listId, [gone], nextRank), answer: [] },
  {
    name: 'putManyOnList again',
    make: (store, { listId, id }) => putManyOnList(store, listId, [id], nextRank),
    answer: [],
  },
  { name: 'takeManyOffList', make: (store, { listId }) => takeManyOffList(store, listId, [gone]), answer: [] },
  { name: 'tagMany', make: (store) => tagMany(store, [gone], 'Sea'), answer: [] },
  { name: 'tagMany again', make: (store, { id }) => tagMany(store, [id], 'sea'), answer: [] },
  { name: 'tagMany with a blank', make: (store, { id }) => tagMany(store, [id], ' # '), answer: [] },
  { name: 'addTag with a blank', make: (store, { id }) => addTag(store, id, ' # '), answer: false },
  { name: 'untagMany', make: (store) => untagMany(store, [gone], 'sea'), answer: [] },
  { name: 'removeTag', make: (store) => removeTag(store, gone, 'Sea') },
  { name: 'changeHighlight', make: (store) => changeHighlight(store, 'gone' as HighlightId, { colour: 'rose' }) },
  ...(
    [
      ['writeNote', (store: TestStore) => writeNote(store, { articleId: gone, former: '' }, 'New')],
      ['addHighlight', (store: TestStore) => addHighlight(store, { articleId: gone, colour: 'rose', quote: aQuote })],
      ['writeHighlightNote', (store: TestStore) => writeHighlightNote(store, 'gone' as HighlightId, 'New', '')],
    ] as const
  ).map(
    ([name, make]): Call => ({
      name: `${name}, which says so`,
      make: (store) => make(store).catch(isArticleGone),
      answer: true,
    }),
  ),
  { name: 'endPicture', make: (store) => endPicture(store, 'gone' as PictureId, 'failed', 'not-found' as never) },
  { name: 'postponePicture', make: (store) => postponePicture(store, 'gone' as PictureId, 5) },
  {
    name: 'keepPictureFile',
    make: (store) =>
      keepPictureFile(store, 'gone' as PictureId, {
        hash: 'x' as never,
        blob: new Blob(['x']),
        type: 'image/png',
        width: 1,
        height: 1,
      }),
  },
  { name: 'addTextJobs', make: (store, { id }) => addTextJobs(store, [gone, id], 0), answer: 0 },
  { name: 'failText', make: (store) => failText(store, gone, 'gone', 404) },
  { name: 'changeImport', make: (store) => changeImport(store, 'gone', ['running'], 'paused'), answer: false },
  {
    name: 'changeImport elsewhere',
    make: (store) => changeImport(store, 'one', ['running'], 'undoing'),
    answer: false,
  },
  { name: 'pauseWithProblem', make: (store) => pauseWithProblem(store, 'gone', 'full') },
  { name: 'finishImport', make: (store) => finishImport(store, 'gone') },
  { name: 'finishImport that is paused', make: (store) => finishImport(store, 'one') },
  { name: 'applyImportBatch', make: (store) => applyImportBatch(store, 'gone', 0, making) },
  { name: 'applyImportBatch that is paused', make: (store) => applyImportBatch(store, 'one', 0, making) },
  { name: 'undoImportBatch that is paused', make: (store) => undoImportBatch(store, 'one', 0) },
  { name: 'readRecord', make: (store) => readRecord(store, gone) },
  { name: 'readFoundTexts', make: (store) => readFoundTexts(store, [gone]), answer: [] },
  { name: 'readRows', make: (store) => readRows(store, [gone]), answer: [] },
  { name: 'findArticleByUrlKey', make: (store) => findArticleByUrlKey(store, 'https://daily.example/gone') },
  {
    name: 'a change of many that fails in the middle',
    make: (store, { id, listId }) =>
      changeMany(
        store,
        Array.from({ length: 300 }, () => id),
        {},
        async (some) => {
          await takeManyOffList(store, listId, [id]);
          if (some.length < 200) throw new Error('The disk is full.');
        },
      ).catch((error: Error) => error.message),
    answer: 'The disk is full.',
  },
  {
    name: 'a change of many that is stopped before it begins',
    make: (store, { id }) =>
      changeMany(store, [id], { signal: AbortSignal.abort() }, (some) => tagMany(store, some, 'New')),
  },
  {
    name: 'a change of many that is stopped at its end',
    make: (store, { id }) => {
      const stopper = new AbortController();
      return changeMany(store, [id], { signal: stopper.signal, tell: () => stopper.abort() }, (some) =>
        tagMany(store, some, 'New'),
      );
    },
  },
];

describe('what is not here, or not as it was thought', () => {
  it.each(CALLS)('is passed over, and nothing is written: $name', async ({ make, answer }) => {
    const { store, id, listId } = await aLibrary();
    const counts = { total: 1, added: 0, joined: 0, skipped: 0, kept: 0 };
    const options = { lists: 'keep', tags: [], here: 'join' } as const;
    await addImport(store, {
      id: 'one',
      name: 'Pocket',
      status: 'paused',
      options,
      ...counts,
      createdAt: 1,
      updatedAt: 1,
    });
    await store.db.importBatches.add({ importId: 'one', seq: 0, state: 'waiting', items: [] });
    store.wait();
    const before = await dump(store);
    expect(await make(store, { id, listId })).toEqual(answer);
    expect(await dump(store)).toEqual(before);
  });
});

describe('rows whose article is gone', () => {
  it('are shown nowhere, and stop no list, no search and no repair', async () => {
    const { store, id, listId } = await aLibrary();
    const { articleId: other } = await keepArticle(store, await aDraft({ url: 'https://daily.example/other' }));
    await putOnList(store, listId, other, () => 'n');
    for (const articleId of [id, other]) {
      await addTag(store, articleId, 'Harbour');
      await keepPlace(store, articleId, {
        progress: 0.5,
        position: { anchorText: '', anchorOccurrence: 0, fraction: 0 },
      });
    }
    await store.db.articles.delete(id);
    const ids = (rows: readonly { readonly article: { readonly id: ArticleId } }[]) =>
      rows.map(({ article }) => article.id);
    expect(ids(await readBriefRows(store, 'inbox', 9))).toEqual([other]);
    expect(ids(await readRows(store, [id, other]))).toEqual([other]);
    expect(await readPassages(store, 9)).toEqual([]);
    expect((await readLately(store, 0, 9)).map(({ articleId }) => articleId)).toEqual([other]);
    const progress = await openIndex(store)(async (reading) => {
      const { readProgress, articleCount } = await reading;
      return readProgress(Array.from({ length: articleCount }, (_, number) => number));
    });
    expect([...progress.keys()]).toEqual([2]);
    await repairLibrary(store, { nextRank });
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('have their index made anew, also where it was merged without their number', async () => {
    const { store, id } = await aLibrary();
    for (let n = 0; n < 30; n++) await addTag(store, id, `Tag ${n}`);
    while (await tendIndex(store));
    await store.db.indexArticles.where('articleId').equals(id).delete();
    for (let n = 0; n < 30; n++) await addTag(store, id, `Late tag ${n}`);
    await changeReadings(store, [id], () => ({ favouriteAt: store.now() }));
    expect((await checkLibrary(store)).faults).toMatchObject([{ kind: 'index', articleId: id }]);
    await openIndex(store)((reading) => reading);
    while (await tendIndex(store));
    expect(await store.db.indexDeltas.count()).toBe(0);
    expect((await checkLibrary(store)).faults).toMatchObject([{ kind: 'index', articleId: id }]);
    await repairLibrary(store, { nextRank });
    expect((await checkLibrary(store)).faults).toEqual([]);
  });
});

describe('reads of a library', () => {
  it('count, and find by address and from both ends', async () => {
    const { store, id, listId } = await aLibrary();
    const more: ArticleId[] = [];
    for (const n of [1, 2, 3]) {
      store.wait();
      more.push((await keepArticle(store, await aDraft({ url: `https://daily.example/${n}` }))).articleId);
    }
    for (const [i, articleId] of more.entries())
      for (const label of ['Boats', 'Anchors', 'Sea'].slice(0, 3 - i)) await addTag(store, articleId, label);
    const [first, second, third] = more as [ArticleId, ArticleId, ArticleId];
    expect(await readEnds(store, 'inbox', 1)).toEqual([third, id]);
    expect(await readEnds(store, 'inbox', 9)).toEqual([third, second, first, id]);
    expect(await readOldest(store, 'inbox', 2)).toEqual([id, first]);
    expect(
      await countHere(store, ['https://daily.example/1', 'https://daily.example/none', 'https://daily.example/3']),
    ).toBe(2);
    const found = await findArticleByUrlKey(store, 'https://daily.example/1');
    expect(found?.id).toBe(first);
    expect(found && (await isInTrash(store, found))).toBe(false);
    await changeReadings(store, [first], () => ({ trashedAt: store.now() }));
    expect(found && (await isInTrash(store, found))).toBe(true);
    // Most used first, and by the alphabet where as many have them.
    expect(await readTags(store, 3)).toEqual([
      { tagKey: 'boats', label: 'Boats', count: 2 },
      { tagKey: 'anchors', label: 'Anchors', count: 1 },
      { tagKey: 'sea', label: 'Sea', count: 1 },
    ]);
    expect(await findTags(store, '#b', 5)).toEqual(['Boats']);
    expect(await readCounts(store)).toMatchObject({
      shelves: { inbox: 3, reading: 0, favourites: 0, archive: 0, trash: 1 },
      lists: new Map([[listId, 1]]),
      notes: 2,
    });
  });
});
