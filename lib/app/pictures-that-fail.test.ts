import { describe, expect, it, vi } from 'vitest';
import {
  anArticleWith,
  answering,
  aPng,
  aWorld,
  fetched,
  LEAD,
  OTHER,
  states,
} from '../../tests/support/a-picture-queue.ts';
import type { Fetched } from '../platform/fetch-bytes.ts';
import { readPictures, requeuePictures } from '../store/pictures.ts';
import { createPictureQueue } from './keep-pictures.ts';

describe('a picture that does not come', () => {
  it('is blocked without the permission, and comes once that is granted', async () => {
    const { store, articleId } = await anArticleWith([OTHER]);
    let isGranted = false;
    const world = aWorld(store, {
      mayFetchPictures: async () => isGranted,
      fetchBytes: vi.fn(
        async (url: string): Promise<Fetched> => (isGranted ? fetched(url) : { status: 'unreachable' }),
      ),
    });
    const keepPictures = createPictureQueue(world);
    await keepPictures();
    expect(await states(store, articleId)).toEqual(['blocked: unreachable']);
    isGranted = true;
    await requeuePictures(store, ['blocked']);
    await keepPictures();
    expect(await states(store, articleId)).toEqual(['kept']);
  });

  it.each([
    ['unreachable', { status: 'unreachable' } as const],
    ['answered 503', { status: 'answered', code: 503 } as const],
    ['answered 429', { status: 'answered', code: 429 } as const],
  ])('is tried five times when %s, each wait twice the one before', async (_, answer) => {
    const { store, articleId } = await anArticleWith([LEAD]);
    const world = aWorld(store, { fetchBytes: answering(answer) });
    const keepPictures = createPictureQueue(world);
    for (const [tried, seconds] of [30, 60, 120, 240].entries()) {
      await keepPictures();
      expect(world.fetchBytes).toHaveBeenCalledTimes(tried + 1);
      expect(world.wakeAt).toHaveBeenLastCalledWith(store.now() + seconds * 1000);
      store.wait(seconds * 1000 - 1);
      await keepPictures();
      expect(world.fetchBytes).toHaveBeenCalledTimes(tried + 1);
      store.wait(1);
    }
    await keepPictures();
    expect(await states(store, articleId)).toEqual(['failed: unreachable']);
    expect(world.wakeAt).toHaveBeenLastCalledWith(undefined);
  });

  it('waits for the network without using up its attempts', async () => {
    const { store, articleId } = await anArticleWith([LEAD]);
    let isOnline = false;
    const fetchBytes = vi.fn(
      async (url: string): Promise<Fetched> => (isOnline ? fetched(url) : { status: 'unreachable' }),
    );
    const world = aWorld(store, { isOnline: () => isOnline, mayFetchPictures: async () => false, fetchBytes });
    const keepPictures = createPictureQueue(world);
    for (let minute = 0; minute < 60; minute += 1) {
      await keepPictures();
      store.wait(60_000);
    }
    expect(await states(store, articleId)).toEqual(['waiting']);
    expect(world.wakeAt.mock.lastCall).not.toEqual([undefined]);
    isOnline = true;
    await keepPictures();
    expect(await states(store, articleId)).toEqual(['kept']);
  });

  it.each([
    ['gone', answering({ status: 'answered', code: 404 }), 'failed: not-found'],
    ['over the limit', answering({ status: 'too-large' }), 'failed: too-large'],
    ['of a billion pixels', answering(fetched(OTHER, aPng('x', [0x3f, 0, 0, 0]))), 'failed: too-large'],
    ['a web page', answering(fetched(LEAD, new TextEncoder().encode('<!doctype html>'))), 'failed: not-a-picture'],
    ['an SVG', answering(fetched(LEAD, new TextEncoder().encode('<svg xmlns="…"/>'))), 'failed: not-a-picture'],
    ['empty', answering(fetched(LEAD, new Uint8Array())), 'failed: not-a-picture'],
    ['led to a private host', answering(fetched(LEAD, aPng(), 'http://192.168.0.1/x.png')), 'failed: private-host'],
  ])('is given up at once when it is %s', async (_, fetchBytes, state) => {
    const { store, articleId } = await anArticleWith([LEAD]);
    const world = aWorld(store, { fetchBytes });
    await createPictureQueue(world)();
    expect(await states(store, articleId)).toEqual([state]);
    expect(await store.db.pictureFiles.count()).toBe(0);
    expect(world.wakeAt).toHaveBeenLastCalledWith(undefined);
  });

  it.each(['http://localhost/a.png', 'http://10.0.0.1/a.png', 'http://[::1]/a.png', 'http://router.local/a.png'])(
    'is not even asked for at %s',
    async (url) => {
      const { store, articleId } = await anArticleWith([url]);
      const world = aWorld(store);
      await createPictureQueue(world)();
      expect(world.fetchBytes).not.toHaveBeenCalled();
      expect(await states(store, articleId)).toEqual(['failed: private-host']);
    },
  );

  it('holds up no other picture', async () => {
    const { store, articleId } = await anArticleWith([OTHER, LEAD]);
    const fetchBytes = vi.fn(async (url: string): Promise<Fetched> => {
      return url === OTHER ? { status: 'answered', code: 500 } : fetched(url);
    });
    await createPictureQueue(aWorld(store, { fetchBytes }))();
    expect(await states(store, articleId)).toEqual(['waiting', 'kept']);
  });

  it('is refused when the article has its 12 MB', async () => {
    const urls = [1, 2, 3].map((n) => `https://daily.example/${n}.png`);
    const { store, articleId } = await anArticleWith(urls);
    const big = (url: string) => {
      const bytes = new Uint8Array(5 * 1024 * 1024);
      bytes.set(aPng(url));
      return bytes;
    };
    await createPictureQueue(aWorld(store, { fetchBytes: vi.fn(async (url) => fetched(url, big(url))) }))();
    expect((await states(store, articleId)).sort()).toEqual(['failed: over-article-limit', 'kept', 'kept']);
  });
});

describe('a disk without room', () => {
  it('leaves pictures in the queue, asks for none, and looks again later', async () => {
    const { store, articleId } = await anArticleWith([LEAD, OTHER]);
    const world = aWorld(store, { hasRoom: async () => false });
    await createPictureQueue(world)();
    expect(world.fetchBytes).not.toHaveBeenCalled();
    expect(await states(store, articleId)).toEqual(['waiting', 'waiting']);
    expect(world.wakeAt).toHaveBeenLastCalledWith(store.now() + 5 * 60_000);
  });

  it('uses up no attempt where a picture can’t be written, and keeps it once there is room', async () => {
    const { store, articleId } = await anArticleWith([LEAD, OTHER]);
    const add = vi.spyOn(store.db.pictureFiles, 'add').mockRejectedValue(new DOMException('', 'QuotaExceededError'));
    const world = aWorld(store);
    await createPictureQueue(world)();
    expect(await states(store, articleId)).toEqual(['waiting', 'waiting']);
    expect((await readPictures(store, articleId)).map(({ attempts }) => attempts)).toEqual([0, 0]);
    expect(world.wakeAt).toHaveBeenLastCalledWith(store.now() + 5 * 60_000);
    add.mockRestore();
    await createPictureQueue(world)();
    expect(await states(store, articleId)).toEqual(['kept', 'kept']);
  });
});
