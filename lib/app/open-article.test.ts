// First: Dexie looks for IndexedDB when its module is loaded.

import { describe, expect, it, vi } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import type { SafeHtml } from '../article/html.ts';
import type { ArticleId, ContentHash } from '../article/ids.ts';
import { keepArticle } from '../store/articles.ts';
import type { Live } from '../store/live.ts';
import { keepPictureFile, readPictures } from '../store/pictures.ts';
import { showVersion } from '../store/versions.ts';
import { createOpener } from './open-article.ts';

const sanitise = vi.fn((html: string) => html.replace('Text', 'Safe text') as SafeHtml);

/** Resolves once the live query says what is waited for. */
const until = <Value>(query: Live<Value>, isSo: (value: Value) => boolean): Promise<Value> =>
  new Promise((resolve, reject) => {
    query.subscribe((loaded) => {
      if (loaded.status === 'failed') reject(loaded.error);
      if (loaded.status === 'ready' && isSo(loaded.value)) resolve(loaded.value);
    });
  });

describe('the opener', () => {
  it('gives the text through the sanitiser, once for each text', async () => {
    const store = aStore();
    sanitise.mockClear();
    const { articleId } = await keepArticle(store, await aDraft({ url: 'https://daily.example/a' }));
    const text = createOpener(store, sanitise).text(articleId);
    const opened = await until(text, ({ html }) => html !== undefined);
    expect(opened.html).toBe('<p>Safe text of https://daily.example/a</p>');
    const article = await store.db.articles.get(articleId);
    store.wait();
    if (article?.versionId) await showVersion(store, articleId, article.versionId);
    await until(text, (value) => value !== opened);
    expect(sanitise).toHaveBeenCalledTimes(1);
  });

  it('has no text for a link, and none for an article that is not here', async () => {
    const store = aStore();
    const opener = createOpener(store, sanitise);
    const { articleId } = await keepArticle(store, await aDraft({ html: undefined }));
    expect(await until(opener.text(articleId), () => true)).toEqual({});
    expect(await until(opener.text('nowhere' as ArticleId), () => true)).toEqual({});
  });

  it('brings a picture when the queue has caught up', async () => {
    const store = aStore();
    const url = 'https://daily.example/a.png';
    const { articleId } = await keepArticle(store, await aDraft({ pictureUrls: [url] }));
    const pictures = createOpener(store, sanitise).pictures(articleId);
    const before = await until(pictures, (map) => map.has(url));
    expect(before.get(url)).toMatchObject({ state: 'waiting' });
    expect(before.get(url)?.file).toBeUndefined();
    const [picture] = await readPictures(store, articleId);
    const file = { hash: 'aa' as ContentHash, blob: new Blob(['x']), type: 'image/png' as const, width: 4, height: 3 };
    if (picture) await keepPictureFile(store, picture.id, file);
    const after = await until(pictures, (map) => map.get(url)?.file !== undefined);
    expect(after.get(url)?.file).toMatchObject({ width: 4, height: 3 });
  });
});
