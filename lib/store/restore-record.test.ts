import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLibraryOf, dump, KEPT, type Kept } from '../../tests/support/a-random-library.ts';
import { aStore, type TestStore } from '../../tests/support/a-store.ts';
import { contentHash } from '../article/content-hash.ts';
import type { ListId } from '../article/ids.ts';
import type { PictureFile } from '../article/picture.ts';
import { changeList } from './change-lists.ts';
import { checkLibrary } from './check/check-library.ts';
import { keepPictureFile, readPictures } from './pictures.ts';
import { restoreLists, restoreRecord } from './restore-record.ts';
import { readAllIds, readAllLists, readRecord } from './vault-rows.ts';

/** Restores everything of one library into another, as a vault does. */
async function restoreAll(from: TestStore, into: TestStore): Promise<void> {
  const listIds = await restoreLists(into, await readAllLists(from));
  const files = await from.db.pictureFiles.toArray();
  for (const id of await readAllIds(from)) {
    const stored = await readRecord(from, id);
    if (!stored) throw new Error('The article is here.');
    const own = new Set(stored.record.pictures.map(({ fileHash }) => fileHash));
    const used = files.filter(({ hash }) => own.has(hash));
    await restoreRecord(into, stored.record, used, stored.thumbnail?.blob, listIds);
  }
}

async function keepFirstPictures(store: TestStore): Promise<void> {
  for (const id of await readAllIds(store)) {
    const [picture] = await readPictures(store, id);
    if (!picture) continue;
    const blob = new Blob([`bytes of ${picture.url}`], { type: 'image/png' });
    const hash = await contentHash(new Uint8Array(await blob.arrayBuffer()));
    const file: PictureFile = { hash, blob, type: 'image/png', width: 4, height: 3 };
    await keepPictureFile(store, picture.id, file, blob);
  }
}

/** What a reader would miss, by the address of the article: every word, mark, tag, list and picture. */
async function treasures({ db }: TestStore) {
  const articles = await db.articles.toArray();
  const urlOf = new Map(articles.map(({ id, url }) => [id, url]));
  const nameOf = new Map((await db.lists.toArray()).map(({ id, name }) => [id, name.toLowerCase()]));
  const [notes, marks, taggings, entries, pictures] = await Promise.all([
    db.notes.toArray(),
    db.highlights.toArray(),
    db.taggings.toArray(),
    db.listEntries.toArray(),
    db.pictures.toArray(),
  ]);
  return {
    texts: articles.flatMap(({ url, versionId }) => (versionId === undefined ? [] : [url])),
    notes: notes
      .map(({ articleId, text }) => [urlOf.get(articleId), text.trim()] as const)
      .filter(([, text]) => text !== ''),
    marks: marks
      .filter(({ deletedAt }) => deletedAt === undefined)
      .map(({ articleId, quote, note }) => `${urlOf.get(articleId)} ${quote.exact} ${note}`),
    tags: taggings.map(({ articleId, tagKey, removedAt }) => [`${urlOf.get(articleId)} ${tagKey}`, removedAt] as const),
    lists: entries.map(
      ({ articleId, listId, removedAt }) => [`${urlOf.get(articleId)} ${nameOf.get(listId)}`, removedAt] as const,
    ),
    pictures: pictures.flatMap(({ url, state }) => (state === 'kept' ? [url] : [])),
  };
}

const on = (rows: readonly (readonly [string, number | undefined])[]) =>
  rows.flatMap(([what, removedAt]) => (removedAt === undefined ? [what] : []));

const READ = fc.array(KEPT, { minLength: 1, maxLength: 3 });

describe('a library restored into another', () => {
  it('is the same to the letter in an empty one, and again if it is restored twice', async () => {
    await fc.assert(
      fc.asyncProperty(READ, fc.boolean(), async (keeps, isNested) => {
        const { store, listIds } = await aLibraryOf(keeps);
        const [first, second] = listIds as [ListId, ListId];
        // The one inside of the other comes first among them, or last.
        await changeList(store, isNested ? first : second, { parentId: isNested ? second : first });
        await keepFirstPictures(store);
        const whole = await dump(store);
        const empty = aStore();
        await restoreAll(store, empty);
        expect(await dump(empty)).toEqual(whole);
        await restoreAll(store, empty);
        expect(await dump(empty)).toEqual(whole);
        expect((await checkLibrary(empty)).faults).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });

  it('takes nothing away from the one that is here, and brings all that is missing, whichever is newer', async () => {
    await fc.assert(
      fc.asyncProperty(READ, READ, fc.boolean(), fc.boolean(), async (mine, theirs, isVaultNewer, hasFiles) => {
        const vault = (await aLibraryOf(theirs as readonly Kept[], isVaultNewer ? 9_000 : 0)).store;
        const here = (await aLibraryOf(mine, isVaultNewer ? 0 : 9_000)).store;
        await keepFirstPictures(hasFiles ? vault : here);
        const [own, other] = [await treasures(here), await treasures(vault)];
        await restoreAll(vault, here);
        const now = await treasures(here);
        for (const side of [own, other]) {
          expect(now.texts).toEqual(expect.arrayContaining(side.texts));
          expect(now.marks).toEqual(expect.arrayContaining(side.marks));
          expect(now.pictures).toEqual(expect.arrayContaining(side.pictures));
          for (const [url, text] of side.notes) expect(now.notes.find(([at]) => at === url)?.[1]).toContain(text);
        }
        // What both say of a tag or a list, the newer one decides.
        const [newer, older] = isVaultNewer ? [other, own] : [own, other];
        for (const kind of ['tags', 'lists'] as const) {
          const known = new Set<string>(newer[kind].map(([what]) => what));
          const expected = [...on(newer[kind]), ...on(older[kind]).filter((what) => !known.has(what))];
          expect(on(now[kind]).toSorted()).toEqual(expected.toSorted());
        }
        expect((await checkLibrary(here)).faults).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
