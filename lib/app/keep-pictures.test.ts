import { describe, expect, it, vi } from 'vitest';
import {
  anArticleWith,
  aPng,
  aWorld,
  fetched,
  LEAD,
  OTHER,
  PAGE,
  states,
  unreachable,
} from '../../tests/support/a-picture-queue.ts';
import { aStore } from '../../tests/support/a-store.ts';
import { MAX_PICTURE_BYTES } from '../article/capture.ts';
import { readPictureCounts, readPictureFiles, readPictures } from '../store/pictures.ts';
import { createPictureQueue } from './keep-pictures.ts';

describe('the picture queue', () => {
  it('keeps each picture with its bytes, type and size', async () => {
    const { store, articleId } = await anArticleWith([LEAD, OTHER]);
    await createPictureQueue(aWorld(store))();
    expect(await states(store, articleId)).toEqual(['kept', 'kept']);
    const [lead] = await readPictures(store, articleId);
    const [file] = await readPictureFiles(store, lead?.fileHash ? [lead.fileHash] : []);
    expect(file).toMatchObject({ type: 'image/png', width: 4, height: 3 });
    expect(new Uint8Array((await file?.blob.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(aPng(LEAD));
  });

  it('fetches the lead picture first', async () => {
    const { store } = await anArticleWith([OTHER, LEAD]);
    const world = aWorld(store);
    await createPictureQueue(world)();
    expect(world.fetchBytes.mock.calls.map(([url]) => url)).toEqual([LEAD, OTHER]);
  });

  it('empties a queue of 200 pictures in one run, a few at once', async () => {
    const urls = Array.from({ length: 200 }, (_, i) => `https://daily.example/${i}.png`);
    const { store, articleId } = await anArticleWith(urls);
    let running = 0;
    let most = 0;
    const fetchBytes = vi.fn(async (url: string) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 0));
      running -= 1;
      return fetched(url);
    });
    await createPictureQueue(aWorld(store, { fetchBytes }))();
    expect(await readPictureCounts(store, articleId)).toMatchObject({ kept: 200, waiting: 0 });
    expect(most).toBe(4);
  });

  it('makes a thumbnail of the lead picture alone', async () => {
    const { store, articleId } = await anArticleWith([OTHER, LEAD]);
    const world = aWorld(store);
    await createPictureQueue(world)();
    expect(world.makeThumbnail).toHaveBeenCalledTimes(1);
    const thumbnail = await store.db.thumbnails.get(articleId);
    expect(await thumbnail?.blob.text()).toContain(LEAD);
  });

  it('keeps no picture before its thumbnail is made, so that both are there or neither', async () => {
    const { store, articleId } = await anArticleWith([LEAD]);
    let meanwhile: readonly string[] = [];
    const makeThumbnail = async (blob: Blob) => {
      meanwhile = await states(store, articleId);
      return blob;
    };
    await createPictureQueue(aWorld(store, { makeThumbnail }))();
    expect(meanwhile).toEqual(['waiting']);
    expect(await states(store, articleId)).toEqual(['kept']);
    expect(await store.db.thumbnails.count()).toBe(1);
  });

  it('keeps a picture whose thumbnail can not be made', async () => {
    const { store, articleId } = await anArticleWith([LEAD]);
    await createPictureQueue(aWorld(store, { makeThumbnail: async () => undefined }))();
    expect(await states(store, articleId)).toEqual(['kept']);
    expect(await store.db.thumbnails.count()).toBe(0);
  });

  it('runs once at a time, and looks again for what was queued while it ran', async () => {
    const { store, articleId } = await anArticleWith([LEAD]);
    const world = aWorld(store);
    const keepPictures = createPictureQueue(world);
    const first = keepPictures();
    const other = await anArticleWith([OTHER], { store, url: 'https://daily.example/b' });
    await Promise.all([first, keepPictures(), keepPictures()]);
    expect(await states(store, articleId)).toEqual(['kept']);
    expect(await states(store, other.articleId)).toEqual(['kept']);
    expect(world.fetchBytes).toHaveBeenCalledTimes(2);
  });

  it('runs again after a run that failed', async () => {
    const { store, articleId } = await anArticleWith([LEAD]);
    const wakeAt = vi.fn(async () => undefined).mockRejectedValueOnce(new Error('The worker is going.'));
    const keepPictures = createPictureQueue(aWorld(store, { wakeAt }));
    await expect(keepPictures()).rejects.toThrow();
    await keepPictures();
    expect(await states(store, articleId)).toEqual(['kept']);
  });
});

describe('the ladder', () => {
  const tab = { tabId: 3, url: `${PAGE}?utm_source=letter`, title: '' };

  it('goes through the page while it is open, after the own fetch failed', async () => {
    const { store, articleId } = await anArticleWith([LEAD]);
    const fetchInPage = async (_: number, url: string) => fetched(url);
    const world = aWorld(store, { fetchBytes: unreachable(), fetchInPage, readOpenTabs: async () => [tab] });
    await createPictureQueue(world)();
    expect(world.fetchInPage).toHaveBeenCalledWith(3, LEAD, MAX_PICTURE_BYTES);
    expect(await states(store, articleId)).toEqual(['kept']);
  });

  it('believes the page that its own site has no such picture, and asks for no permission', async () => {
    const { store, articleId } = await anArticleWith([LEAD]);
    const world = aWorld(store, {
      fetchBytes: unreachable(),
      fetchInPage: async () => ({ status: 'answered', code: 404 }),
      readOpenTabs: async () => [tab],
      mayFetchPictures: async () => false,
    });
    await createPictureQueue(world)();
    expect(await states(store, articleId)).toEqual(['failed: not-found']);
  });

  it('refuses what the page was led to on a private host', async () => {
    const { store, articleId } = await anArticleWith([LEAD]);
    const fetchInPage = async (_: number, url: string) => fetched(url, aPng(), 'http://10.0.0.1/lead.png');
    const world = aWorld(store, { fetchBytes: unreachable(), fetchInPage, readOpenTabs: async () => [tab] });
    await createPictureQueue(world)();
    expect(await states(store, articleId)).toEqual(['failed: private-host']);
  });

  it('asks no other page, and none when the own fetch succeeded', async () => {
    const { store } = await anArticleWith([LEAD, OTHER]);
    const elsewhere = { ...tab, url: 'https://daily.example/elsewhere' };
    const missing = aWorld(store, { fetchBytes: unreachable(), readOpenTabs: vi.fn(async () => [elsewhere]) });
    await createPictureQueue(missing)();
    expect(missing.fetchInPage).not.toHaveBeenCalled();
    const second = await anArticleWith([LEAD]);
    const open = aWorld(second.store, { readOpenTabs: vi.fn(async () => [tab]) });
    await createPictureQueue(open)();
    expect(open.fetchInPage).not.toHaveBeenCalled();
  });
});

describe('a worker that is stopped', () => {
  it('is woken again, and a new one goes on where it was', async () => {
    const urls = Array.from({ length: 9 }, (_, i) => `https://daily.example/${i}.png`);
    const { store, articleId } = await anArticleWith(urls);
    let asked = 0;
    const never = new Promise<never>(() => undefined);
    const stopping = aWorld(store, {
      fetchBytes: vi.fn(async (url: string) => {
        asked += 1;
        return asked > 6 ? never : fetched(url);
      }),
    });
    void createPictureQueue(stopping)();
    await vi.waitFor(() => expect(stopping.fetchBytes).toHaveBeenCalledTimes(8));
    await vi.waitFor(async () => expect((await readPictureCounts(store, articleId)).kept).toBe(6));
    expect(stopping.wakeAt).toHaveBeenLastCalledWith(store.now() + 30_000);
    store.db.close();

    const restarted = aStore(store.db.name, store.wait(30_000));
    const world = aWorld(restarted);
    await createPictureQueue(world)();
    expect(await readPictureCounts(restarted, articleId)).toMatchObject({ kept: 9, waiting: 0 });
    expect(world.fetchBytes).toHaveBeenCalledTimes(3);
  });
});
