import { describe, expect, it } from 'vitest';
import { aCapture, aDraft, aStore, type TestStore } from '../../../tests/support/a-store.ts';
import type { ArticleId } from '../../article/ids.ts';
import type { FetchedPage } from '../../platform/fetch-page.ts';
import { keepArticle } from '../../store/articles.ts';
import { addTextJobs, readTextless, readTextProgress } from '../../store/text-jobs.ts';
import { createTextQueue, PACE, type TextQueueing } from './text-queue.ts';
import { createTexts } from './texts.ts';

const page = (html: string, finalUrl: string): FetchedPage => ({
  status: 'fetched',
  bytes: new TextEncoder().encode(html),
  contentType: 'text/html; charset=utf-8',
  finalUrl,
});

interface Asked {
  readonly url: string;
  readonly at: number;
}

/** A queue whose clock goes on while it waits, and whose sites answer by `answer`. */
function aQueue(store: TestStore, answer: (url: string) => FetchedPage, more: Partial<TextQueueing> = {}) {
  const asked: Asked[] = [];
  const run = createTextQueue({
    store,
    fetchPage: async (url) => {
      asked.push({ url, at: store.now() });
      return answer(url);
    },
    readPage: async (html, url) => ({
      status: 'captured',
      capture: aCapture({ url, title: 'Of the page', html: html as never }),
    }),
    closeReader: async () => undefined,
    mayFetchPages: async () => true,
    isOnline: () => true,
    stayAwake: async () => undefined,
    wakeLater: async () => undefined,
    wait: async (milliseconds) => {
      await new Promise((go) => setTimeout(go, 0));
      store.wait(milliseconds);
    },
    startPictures: () => undefined,
    keepIndex: async () => undefined,
    ...more,
  });
  return { run, asked };
}

async function links(store: TestStore, urls: readonly string[]): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (const url of urls)
    ids.push((await keepArticle(store, await aDraft({ url, title: url, html: undefined }))).articleId);
  return ids;
}

describe('the queue of texts', () => {
  it('fetches what has no text, fills what is missing, and leaves what is there', async () => {
    const store = aStore();
    const [a] = await links(store, ['https://a.example/1']);
    await keepArticle(store, await aDraft({ url: 'https://b.example/has-text' }));
    await createTexts(store, () => undefined).start();
    const { run, asked } = aQueue(store, (url) => page('<p>Words.</p>', url));
    await run();
    expect(asked.map(({ url }) => url)).toEqual(['https://a.example/1']);
    const article = await store.db.articles.get(a as ArticleId);
    expect(article).toMatchObject({ title: 'Of the page', authors: ['Ada Example'], url: 'https://a.example/1' });
    expect(article?.versionId).toBeDefined();
    expect(await readTextProgress(store)).toMatchObject({ waiting: 0, done: 1, failed: 0 });
    expect(await readTextless(store)).toEqual([]);
  });

  it('asks no host twice within its pace, and no two at once', async () => {
    const store = aStore();
    const urls = ['a', 'b'].flatMap((host) => [1, 2, 3].map((n) => `https://${host}.example/${n}`));
    await addTextJobs(store, await links(store, urls), PACE);
    const { run, asked } = aQueue(store, (url) => page('<p>Words.</p>', url));
    await run();
    expect(asked).toHaveLength(6);
    for (const host of ['a', 'b']) {
      const times = asked.filter(({ url }) => url.includes(`//${host}.`)).map(({ at }) => at);
      for (const [index, at] of times.entries())
        if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(PACE);
    }
  });

  it('says why what failed did, and tries again only where that may help', async () => {
    const store = aStore();
    const answers: Readonly<Record<string, FetchedPage>> = {
      'https://gone.example/x': { status: 'answered', code: 404, retryAfter: undefined },
      'https://shut.example/x': { status: 'answered', code: 403, retryAfter: undefined },
      'https://down.example/x': { status: 'answered', code: 503, retryAfter: undefined },
      'https://paper.example/x': { status: 'no-page', contentType: 'application/pdf' },
      'https://home.example/x': page('<p>Front</p>', 'https://home.example/'),
      'https://inward.example/x': page('<p>Router</p>', 'http://192.168.1.1/x'),
    };
    await links(store, [...Object.keys(answers), 'http://localhost/x', 'https://omnivore.app/no_url?q=1']);
    await createTexts(store, () => undefined).start();
    const { run, asked } = aQueue(store, (url) => answers[url] ?? { status: 'unreachable' });
    for (let round = 0; round < 6; round++) {
      await run();
      store.wait(30 * 60_000);
    }
    const { failures } = await readTextProgress(store);
    expect(Object.fromEntries(failures.map(({ url, why }) => [new URL(url).hostname.split('.')[0], why]))).toEqual({
      gone: 'gone',
      shut: 'refused',
      down: 'unreachable',
      paper: 'no-page',
      home: 'gone',
      inward: 'private',
      localhost: 'private',
      omnivore: 'no-page',
    });
    expect(asked.filter(({ url }) => url.includes('down')).length).toBe(4);
    expect(asked.filter(({ url }) => url.includes('localhost') || url.includes('omnivore'))).toEqual([]);
    // Nothing was lost: every link is still here.
    expect(await store.db.articles.count()).toBe(8);
  });

  it('waits as long as a server asks', async () => {
    const store = aStore();
    await addTextJobs(store, await links(store, ['https://a.example/1', 'https://a.example/2']), PACE);
    let isFirst = true;
    const { run, asked } = aQueue(store, (url) => {
      if (!isFirst) return page('<p>Words.</p>', url);
      isFirst = false;
      return { status: 'answered', code: 429, retryAfter: 90_000 };
    });
    await run();
    expect(asked).toHaveLength(1);
    store.wait(91_000);
    await run();
    expect(asked).toHaveLength(3);
    expect((asked[1]?.at ?? 0) - (asked[0]?.at ?? 0)).toBeGreaterThanOrEqual(90_000);
  });

  it('stands still offline, without the permission, and while it is paused; and goes on in another worker', async () => {
    const store = aStore();
    await addTextJobs(store, await links(store, ['https://a.example/1', 'https://b.example/1']), PACE);
    const answer = (url: string) => page('<p>Words.</p>', url);
    await aQueue(store, answer, { isOnline: () => false }).run();
    await aQueue(store, answer, { mayFetchPages: async () => false }).run();
    const texts = createTexts(store, () => undefined);
    await texts.pause();
    await aQueue(store, answer).run();
    expect(await readTextProgress(store)).toMatchObject({ paused: 2, done: 0 });
    await texts.resume();
    // The worker is stopped while it fetches the first: nothing of it is kept, and it comes up again.
    const stopped = aQueue(store, answer, { readPage: () => new Promise(() => undefined) });
    stopped.run();
    await new Promise((go) => setTimeout(go, 100));
    expect(await store.db.versions.count()).toBe(0);
    store.wait(10 * 60_000);
    await aQueue(store, answer).run();
    expect(await readTextProgress(store)).toMatchObject({ waiting: 0, done: 2 });
  });

  it('keeps no error page and no sign-in page as a text', async () => {
    const store = aStore();
    await addTextJobs(store, await links(store, ['https://a.example/1']), PACE);
    const capture = aCapture({ url: 'https://a.example/1', warnings: ['sign-in'] });
    await aQueue(store, (url) => page('', url), { readPage: async () => ({ status: 'captured', capture }) }).run();
    expect((await readTextProgress(store)).failures).toMatchObject([{ why: 'refused' }]);
    expect(await store.db.versions.count()).toBe(0);
  });
});
