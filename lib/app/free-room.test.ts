import { expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import { countReads } from '../../tests/support/count-reads.ts';
import type { ArticleId, ContentHash } from '../article/ids.ts';
import { keepArticle } from '../store/articles.ts';
import { addHighlight } from '../store/highlights.ts';
import { keepPictureFile, readPictureCounts, readPictures, requeuePictures } from '../store/pictures.ts';
import { createActions } from './actions.ts';
import { freeRoom, readFreeableRoom } from './free-room.ts';

const MONTHS = 30 * 24 * 60 * 60 * 1000;

async function anArticleWith(store: TestStore, name: string, contents: readonly string[]): Promise<ArticleId> {
  const pictureUrls = contents.map((_, i) => `https://daily.example/${name}/${i}`);
  const draft = await aDraft({ url: `https://daily.example/${name}`, html: `<p>${name}</p>`, pictureUrls });
  const { articleId } = await keepArticle(store, draft);
  for (const [i, picture] of (await readPictures(store, articleId)).entries()) {
    const content = contents[i] ?? '';
    const blob = new Blob([content.padEnd(1000)], { type: 'image/png' });
    const hash = `hash of ${content}` as ContentHash;
    await keepPictureFile(
      store,
      picture.id,
      { hash, blob, type: 'image/png', width: 4, height: 3 },
      new Blob(['small']),
    );
  }
  return articleId;
}

async function aLibrary() {
  const store = aStore();
  const actions = createActions(store);
  const old = await anArticleWith(store, 'old', ['own', 'shared', 'marked']);
  const favourite = await anArticleWith(store, 'favourite', ['favourite']);
  const unread = await anArticleWith(store, 'unread', ['shared', 'unread']);
  await actions.archive([old, favourite]);
  await actions.markFavourite([favourite]);
  await addHighlight(store, {
    articleId: old,
    colour: 'amber',
    quote: { exact: '', prefix: '', suffix: '' },
    pictureUrl: 'https://daily.example/old/2',
  });
  store.wait(4 * MONTHS);
  const late = await anArticleWith(store, 'late', ['late']);
  await actions.archive([late]);
  return { store, actions, old, favourite, unread, late };
}

it('lets pictures go of what was archived long ago, and of nothing else', async () => {
  const { store, old, favourite, unread, late } = await aLibrary();
  expect(await readFreeableRoom(store)).toEqual({ count: 3, bytes: 3000 });
  expect(await freeRoom(store)).toBe(2);
  expect(await readPictureCounts(store, old)).toMatchObject({ kept: 1, failed: 2 });
  for (const [id, kept] of [
    [favourite, 1],
    [unread, 2],
    [late, 1],
  ] as const) {
    expect(await readPictureCounts(store, id)).toMatchObject({ kept, failed: 0 });
  }
  const files = (await store.db.pictureFiles.toCollection().primaryKeys()).toSorted();
  expect(files).toEqual(['favourite', 'late', 'marked', 'shared', 'unread'].map((name) => `hash of ${name}`));
  expect(await store.db.thumbnails.count()).toBe(4);
  expect(await store.db.bodies.count()).toBe(4);
});

it('queues them again where the reader asks for them', async () => {
  const { store, old } = await aLibrary();
  await freeRoom(store);
  await requeuePictures(store, ['blocked', 'failed'], old);
  expect(await readPictureCounts(store, old)).toMatchObject({ kept: 1, waiting: 2, failed: 0 });
});

it('leaves the pictures of what came back from the archive meanwhile, and stops when it is told to', async () => {
  const { store, actions, old } = await aLibrary();
  const abort = new AbortController();
  abort.abort();
  expect(await freeRoom(store, { signal: abort.signal })).toBe(0);
  await actions.unarchive([old]);
  expect(await readFreeableRoom(store)).toEqual({ count: 0, bytes: 0 });
  expect(await freeRoom(store)).toBe(0);
});

it('reads a sample of a large library', async () => {
  const store = aStore();
  const contents = Array.from({ length: 100 }, (_, i) => `${i}`);
  const ids = [];
  for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
    const own = contents.map((content) => `${name}${content}`);
    ids.push(await anArticleWith(store, name, own));
  }
  await createActions(store).archive(ids);
  store.wait(4 * MONTHS);
  let found: unknown;
  const { rows } = await countReads(store.db, async () => {
    found = await readFreeableRoom(store);
  });
  expect(found).toEqual({ count: 600, bytes: 600_000 });
  expect(rows).toBeLessThan(320);
});
