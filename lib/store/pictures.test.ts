import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import { MAX_PICTURE_BYTES } from '../article/capture.ts';
import type { ContentHash } from '../article/ids.ts';
import type { Picture, PictureFile } from '../article/picture.ts';
import { keepArticle } from './articles.ts';
import {
  endPicture,
  keepPictureFile,
  postponePicture,
  readDuePictures,
  readNextPictureTime,
  readPictureCounts,
  readPictureFiles,
  readPictures,
  requeuePictures,
} from './pictures.ts';

const urlsOf = (pictures: readonly Picture[]) => pictures.map(({ url }) => url.slice(url.lastIndexOf('/') + 1));

async function anArticleWith(names: readonly string[], store: TestStore = aStore(), path = 'a') {
  const pictureUrls = names.map((name) => `https://daily.example/${path}/${name}`);
  const { articleId } = await keepArticle(store, await aDraft({ url: `https://daily.example/${path}`, pictureUrls }));
  return { store, articleId, pictures: await readPictures(store, articleId) };
}

/** Bytes of a picture; the same `content` is the same file. */
function aFile(content: string, byteLength = content.length): PictureFile {
  const blob = new Blob([content.padEnd(byteLength)], { type: 'image/png' });
  return { hash: `hash of ${content}` as ContentHash, blob, type: 'image/png', width: 4, height: 3 };
}

describe('the queue', () => {
  it('gives what is due in order, and no more than asked for', async () => {
    const { store } = await anArticleWith(['1', '2', '3']);
    expect(urlsOf(await readDuePictures(store, 2))).toEqual(['1', '2']);
  });

  it('goes on in the order of saving', async () => {
    const { store } = await anArticleWith(['1', '2']);
    store.wait();
    await anArticleWith(['3', '4'], store, 'b');
    expect(urlsOf(await readDuePictures(store, 9))).toEqual(['1', '2', '3', '4']);
  });

  it('holds back a postponed picture until its time, and counts the attempt', async () => {
    const { store, pictures } = await anArticleWith(['1']);
    const [picture] = pictures;
    if (!picture) throw new Error('One picture was queued.');
    const until = store.now() + 30_000;
    await postponePicture(store, picture.id, until);
    expect(await readDuePictures(store, 9)).toEqual([]);
    expect(await readNextPictureTime(store)).toBe(until);
    store.wait(29_999);
    expect(await readDuePictures(store, 9)).toEqual([]);
    store.wait(1);
    expect(await readDuePictures(store, 9)).toMatchObject([{ id: picture.id, attempts: 1, state: 'waiting' }]);
  });

  it('is empty once each picture is kept, blocked or failed', async () => {
    const { store, articleId, pictures } = await anArticleWith(['1', '2', '3']);
    const [one, two, three] = pictures;
    if (!one || !two || !three) throw new Error('Three pictures were queued.');
    await keepPictureFile(store, one.id, aFile('one'));
    await endPicture(store, two.id, 'blocked', 'unreachable');
    await endPicture(store, three.id, 'failed', 'not-found');
    expect(await readNextPictureTime(store)).toBeUndefined();
    const [kept, blocked, failed] = await readPictures(store, articleId);
    expect(kept).toMatchObject({ state: 'kept', byteLength: 3 });
    expect(kept).not.toHaveProperty('reason');
    expect(blocked).toMatchObject({ state: 'blocked', reason: 'unreachable', attempts: 1 });
    expect(failed).toMatchObject({ state: 'failed', reason: 'not-found' });
    for (const picture of [kept, blocked, failed]) expect(picture).not.toHaveProperty('queuedFor');
  });

  it('changes nothing of a picture that has left it', async () => {
    const { store, articleId, pictures } = await anArticleWith(['1']);
    const [picture] = pictures;
    if (!picture) throw new Error('One picture was queued.');
    await keepPictureFile(store, picture.id, aFile('one'));
    const kept = await readPictures(store, articleId);
    await endPicture(store, picture.id, 'failed', 'unreachable');
    await postponePicture(store, picture.id, store.now());
    await keepPictureFile(store, picture.id, aFile('other'));
    expect(await readPictures(store, articleId)).toEqual(kept);
    expect(await store.db.pictureFiles.count()).toBe(1);
  });
});

describe('requeuePictures', () => {
  async function oneOfEach() {
    const kept = await anArticleWith(['kept', 'blocked', 'failed']);
    const [one, two, three] = kept.pictures;
    if (!one || !two || !three) throw new Error('Three pictures were queued.');
    await keepPictureFile(kept.store, one.id, aFile('one'));
    await endPicture(kept.store, two.id, 'blocked', 'unreachable');
    await endPicture(kept.store, three.id, 'failed', 'unreachable');
    return kept;
  }

  it('queues what was blocked, everywhere, due at once and without a past', async () => {
    const { store } = await oneOfEach();
    await requeuePictures(store, ['blocked']);
    const due = await readDuePictures(store, 9);
    expect(urlsOf(due)).toEqual(['blocked']);
    expect(due).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    expect(due[0]).not.toHaveProperty('reason');
  });

  it('queues all of one article that is not kept, and nothing of another', async () => {
    const { store, articleId } = await oneOfEach();
    const other = await anArticleWith(['elsewhere'], store, 'b');
    const [elsewhere] = other.pictures;
    if (!elsewhere) throw new Error('One picture was queued.');
    await endPicture(store, elsewhere.id, 'blocked', 'unreachable');
    await requeuePictures(store, ['blocked', 'failed'], articleId);
    expect(urlsOf(await readDuePictures(store, 9))).toEqual(['blocked', 'failed']);
  });
});

describe('keepPictureFile', () => {
  it('keeps the same bytes once, for two articles', async () => {
    const { store, articleId, pictures } = await anArticleWith(['1']);
    const other = await anArticleWith(['2'], store, 'b');
    for (const { id } of [...pictures, ...other.pictures]) await keepPictureFile(store, id, aFile('same'));
    expect(await store.db.pictureFiles.count()).toBe(1);
    expect((await readPictureCounts(store, articleId)).kept).toBe(1);
    expect((await readPictureCounts(store, other.articleId)).kept).toBe(1);
    const [file] = await readPictureFiles(store, [aFile('same').hash]);
    expect(await file?.blob.text()).toBe('same');
  });

  it('counts the same bytes once within an article', async () => {
    const { store, articleId, pictures } = await anArticleWith(['1', '2']);
    for (const { id } of pictures) await keepPictureFile(store, id, aFile('same', MAX_PICTURE_BYTES));
    expect(await readPictureCounts(store, articleId)).toMatchObject({ kept: 2, bytes: MAX_PICTURE_BYTES });
  });

  it('refuses the first byte over the limit of an article, and keeps smaller ones after it', async () => {
    const { store, articleId, pictures } = await anArticleWith(['1', '2', '3']);
    const [one, two, three] = pictures;
    if (!one || !two || !three) throw new Error('Three pictures were queued.');
    await keepPictureFile(store, one.id, aFile('one', MAX_PICTURE_BYTES - 10));
    await keepPictureFile(store, two.id, aFile('two', 11));
    await keepPictureFile(store, three.id, aFile('three', 10));
    const [, refused] = await readPictures(store, articleId);
    expect(refused).toMatchObject({ state: 'failed', reason: 'over-article-limit' });
    expect(await readPictureCounts(store, articleId)).toEqual({
      kept: 2,
      waiting: 0,
      blocked: 0,
      failed: 1,
      bytes: MAX_PICTURE_BYTES,
    });
    expect(await readPictureFiles(store, [aFile('two').hash])).toEqual([]);
  });

  it('holds the limit when several pictures arrive at once', async () => {
    const { store, articleId, pictures } = await anArticleWith(['1', '2', '3', '4']);
    const half = MAX_PICTURE_BYTES / 2;
    await Promise.all(pictures.map(({ id, url }) => keepPictureFile(store, id, aFile(url, half))));
    expect(await readPictureCounts(store, articleId)).toMatchObject({ kept: 2, failed: 2, bytes: MAX_PICTURE_BYTES });
  });
});
