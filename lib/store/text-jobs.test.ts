import { describe, expect, it } from 'vitest';
import { aDraft, aStore, aText } from '../../tests/support/a-store.ts';
import { keepArticle } from './articles.ts';
import { checkLibrary } from './check/check-library.ts';
import { fillArticle } from './fill-article.ts';
import { addTextJobs, failText, readFailedTexts, readTextProgress } from './text-jobs.ts';

describe('a link that gets its text', () => {
  it.each([
    [{}, { title: 'A link', authors: ['Ada Example'], siteName: 'Daily Example', excerpt: 'Mine' }],
    [{ title: ' ' }, { title: 'Of the page' }],
    [{ title: 'https://daily.example/link' }, { title: 'Of the page' }],
    [{ authors: [] }, { authors: ['Of the page'] }],
    [{ siteName: 'daily.example' }, { siteName: 'The Daily' }],
    [{ excerpt: '' }, { excerpt: 'The page says' }],
  ])('keeps what is known of it, and takes from the page what is missing: %o', async (parts, expected) => {
    const store = aStore();
    const link = await aDraft({ url: 'https://daily.example/link', title: 'A link', html: undefined });
    const { articleId } = await keepArticle(store, { ...link, excerpt: 'Mine', ...parts });
    await addTextJobs(store, [articleId], 0);
    const page = { title: 'Of the page', authors: ['Of the page'], siteName: 'The Daily', excerpt: 'The page says' };
    const text = await aText('<p>Words of the page.</p>', { wordCount: 4 });
    const draft = { ...page, direction: 'rtl', language: 'en', wordCount: 4, text } as const;
    expect(await fillArticle(store, articleId, draft)).toBe('filled');
    expect(await store.db.articles.get(articleId)).toMatchObject({
      ...expected,
      direction: 'rtl',
      language: 'en',
      wordCount: 4,
    });
    expect((await checkLibrary(store)).faults).toEqual([]);
    expect(await fillArticle(store, articleId, draft)).toBe('not-needed');
    expect(await store.db.textJobs.count()).toBe(0);
  });

  it('is tried anew after a failure, is not queued twice, and says why it failed', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft({ html: undefined }));
    expect(await addTextJobs(store, [articleId], 0)).toBe(1);
    expect(await addTextJobs(store, [articleId], 0)).toBe(0);
    await failText(store, articleId, 'gone', 404);
    expect(await readFailedTexts(store)).toEqual([articleId]);
    expect(await readTextProgress(store)).toMatchObject({
      failed: 1,
      waiting: 0,
      failures: [{ why: 'gone', code: 404 }],
    });
    expect(await addTextJobs(store, [articleId], 0)).toBe(1);
    await failText(store, articleId, 'unreachable', undefined);
    const [failure] = (await readTextProgress(store)).failures;
    expect(failure).not.toHaveProperty('code');
  });
});
