import { describe, expect, it, vi } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import { MAX_PICTURE_BYTES } from '../article/capture.ts';
import type { ArticleId } from '../article/ids.ts';
import type { Fetched } from '../platform/fetch-bytes.ts';
import { keepArticle } from '../store/articles.ts';
import { readPictureCounts, readPictureFiles, readPictures, requeuePictures } from '../store/pictures.ts';
import { createPictureQueue, type PictureKeeping } from './keep-pictures.ts';

const PAGE = 'https://daily.example/quiet-room';
const LEAD = 'https://daily.example/lead.png';
const OTHER = 'https://pictures.example/other.png';

/** The header of a PNG of 4 × 3, and something to tell one from another. */
function aPng(content = 'x', side: readonly number[] = [0, 0, 0, 4]): Uint8Array<ArrayBuffer> {
  const header = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52];
  return new Uint8Array([...header, ...side, 0, 0, 0, 3, ...new TextEncoder().encode(content)]);
}

const fetched = (url: string, bytes = aPng(url), finalUrl = url): Fetched => ({ status: 'fetched', bytes, finalUrl });

async function anArticleWith(pictureUrls: readonly string[], parts: { store?: TestStore; url?: string } = {}) {
  const { store = aStore(), url = PAGE } = parts;
  const { articleId } = await keepArticle(store, await aDraft({ url, html: url, pictureUrls, leadPictureUrl: LEAD }));
  return { store, articleId };
}

/** The world around the queue, in which each picture is fetched unless a test says otherwise. */
function aWorld(store: TestStore, parts: Partial<PictureKeeping> = {}) {
  return {
    store,
    fetchBytes: vi.fn(parts.fetchBytes ?? (async (url: string) => fetched(url))),
    fetchInPage: vi.fn(parts.fetchInPage ?? (async () => ({ status: 'unreachable' }) as const)),
    readOpenTabs: parts.readOpenTabs ?? (async () => []),
    mayFetchPictures: parts.mayFetchPictures ?? (async () => true),
    isOnline: parts.isOnline ?? (() => true),
    hasRoom: parts.hasRoom ?? (async () => true),
    makeThumbnail: vi.fn(parts.makeThumbnail ?? (async (blob: Blob) => new Blob(['small ', blob]))),
    wakeAt: vi.fn(parts.wakeAt ?? (async () => undefined)),
  } satisfies PictureKeeping;
}

const states = async (store: TestStore, articleId: ArticleId) =>
  (await readPictures(store, articleId)).map(({ state, reason }) =>
    reason === undefined ? state : `${state}: ${reason}`,
  );

const answering = (answer: Fetched) => async () => answer;
const unreachable = () => answering({ status: 'unreachable' });

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
