import { describe, expect, it } from 'vitest';
import { aBrowser, articleIdOf, shownHtml, TAB_AT_CLICK as tab, URL_AT_CLICK } from '../../tests/support/a-browser.ts';
import { aCapture } from '../../tests/support/a-store.ts';
import { untrusted } from '../article/html.ts';
import { readArticle } from '../store/read-article.ts';
import { keepLink, savePage } from './save-page.ts';
import { createSearch } from './search.ts';
import { trash } from './triage.ts';

describe('savePage', () => {
  it('keeps the page of the tab, and starts its pictures afterwards', async () => {
    const saving = aBrowser();
    const outcome = await savePage(saving, tab);
    expect(outcome).toMatchObject({ status: 'saved' });
    expect(saving.injectCapture).toHaveBeenCalledWith(7);
    expect(saving.startPictures).toHaveBeenCalledTimes(1);
    const article = await readArticle(saving.store, articleIdOf(outcome));
    expect(article).toMatchObject({ url: URL_AT_CLICK, urlKey: URL_AT_CLICK, title: 'The quiet room', wordCount: 7 });
    const found = await createSearch(saving.store).find('quiet daily servers ', 'relevance', 9);
    expect(found.ids).toEqual([articleIdOf(outcome)]);
  });

  it('starts pictures and answers only after the transaction has completed', async () => {
    const saving = aBrowser();
    const order: string[] = [];
    saving.store.db.readings.hook('creating', (_key, _row, transaction) => {
      transaction.on('complete', () => order.push('complete'));
    });
    saving.startPictures.mockImplementation(() => order.push('pictures'));
    await savePage(saving, tab).then(() => order.push('answered'));
    expect(order).toEqual(['complete', 'pictures', 'answered']);
  });

  it('makes one article of 20 simultaneous saves', async () => {
    const saving = aBrowser();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => savePage(saving, tab)));
    expect(new Set(outcomes.map(articleIdOf)).size).toBe(1);
    expect(outcomes.filter(({ status }) => status === 'saved')).toHaveLength(1);
    expect(await saving.store.db.articles.count()).toBe(1);
    expect(await saving.store.db.versions.count()).toBe(1);
  });

  it('injects nothing into a page that is here with its text', async () => {
    const saving = aBrowser();
    const first = await savePage(saving, tab);
    const again = await savePage(saving, { ...tab, url: `${URL_AT_CLICK}?utm_source=letter#end` });
    expect(again).toEqual({ status: 'already-saved', articleId: articleIdOf(first) });
    expect(saving.injectCapture).toHaveBeenCalledTimes(1);
  });

  it('brings back a page from the trash with its text unchanged', async () => {
    const saving = aBrowser();
    const articleId = articleIdOf(await savePage(saving, tab));
    await trash(saving.store, [articleId]);
    saving.show({ html: untrusted('<p>Other</p>') });
    expect(await savePage(saving, tab)).toEqual({ status: 'restored', articleId });
    expect(await shownHtml(saving.store, articleId)).toBe(aCapture().html);
  });

  it('falls back to the title of the tab, then to the address, and to the host as the site', async () => {
    const saving = aBrowser({ title: '', siteName: '' });
    const articleId = articleIdOf(await savePage(saving, tab));
    expect(await readArticle(saving.store, articleId)).toMatchObject({ title: tab.title, siteName: 'daily.example' });
    const other = 'https://daily.example/untitled';
    saving.show({ title: '', url: other });
    const second = articleIdOf(await savePage(saving, { ...tab, url: other, title: '' }));
    expect((await readArticle(saving.store, second))?.title).toBe(other);
  });

  it('keeps no user name or password of an address, and its tracking only beside it', async () => {
    const url = 'https://reader:secret@daily.example/a?utm_source=letter&id=7';
    const saving = aBrowser({ url });
    const article = await readArticle(saving.store, articleIdOf(await savePage(saving, { ...tab, url })));
    expect(article?.url).toBe('https://daily.example/a?id=7');
    expect(article?.uncutUrl).toBe('https://daily.example/a?utm_source=letter&id=7');
    expect(JSON.stringify(article)).not.toContain('secret');
    const link = await keepLink(saving, 'https://daily.example/b?fbclid=x', '');
    const kept = await readArticle(saving.store, articleIdOf(link));
    expect(kept).toMatchObject({ url: 'https://daily.example/b', uncutUrl: 'https://daily.example/b?fbclid=x' });
  });

  it('keeps nothing when the tab went on to another page', async () => {
    const saving = aBrowser({ url: 'https://daily.example/next' });
    expect(await savePage(saving, tab)).toMatchObject({ status: 'refused', why: 'moved' });
    expect(await saving.store.db.articles.count()).toBe(0);
  });

  it('takes another place on the same page for the same page', async () => {
    const saving = aBrowser({ url: `${URL_AT_CLICK}#part-2` });
    expect(await savePage(saving, tab)).toMatchObject({ status: 'saved' });
  });

  it('keeps the page of a tab whose address the browser did not tell', async () => {
    expect(await savePage(aBrowser(), { ...tab, url: '' })).toMatchObject({ status: 'saved' });
  });

  it.each(['no-article', 'empty', 'pdf', 'not-html', 'too-large'] as const)(
    'tells that a page is %s and keeps nothing',
    async (why) => {
      const saving = aBrowser({ status: 'unreadable', why, url: tab.url, title: tab.title });
      expect(await savePage(saving, tab)).toMatchObject({ status: 'refused', why });
      expect(await saving.store.db.articles.count()).toBe(0);
      expect(saving.startPictures).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['chrome://settings/', 'Cannot access a chrome:// URL', 'browser-page'],
    ['https://chromewebstore.google.com/', 'The extensions gallery cannot be scripted.', 'store-page'],
    ['file:///home/reader/a.html', 'Cannot access contents of the page.', 'file'],
    ['https://daily.example/a.pdf', 'Cannot access contents of the page.', 'pdf'],
    ['https://daily.example/a', 'Blocked by policy.', 'blocked'],
  ])('says of %s why the browser refused', async (url, message, why) => {
    const saving = aBrowser({ status: 'refused', message });
    expect(await savePage(saving, { ...tab, url })).toMatchObject({ status: 'refused', why });
  });

  it.each([
    ['about:config', 'browser-page'],
    ['file:///home/reader/page.html', 'file'],
    ['https://daily.example/a', 'blocked'],
  ])('says of %s why the browser ran nothing there, without a word', async (url, why) => {
    const saving = aBrowser({ status: 'ran', result: null });
    expect(await savePage(saving, { ...tab, url })).toMatchObject({ status: 'refused', why });
  });

  it.each([undefined, null, 'captured', { status: 'captured' }, { status: 'captured', capture: { url: 'x' } }])(
    'keeps nothing of the answer %j',
    async (result) => {
      const saving = aBrowser({ status: 'ran', result });
      expect(await savePage(saving, tab)).toMatchObject({ status: 'refused', why: 'blocked' });
      expect(await saving.store.db.articles.count()).toBe(0);
    },
  );

  it('tells a write that failed, with nothing left behind', async () => {
    const saving = aBrowser();
    saving.store.db.readings.hook('creating', () => {
      throw new Error('The disk is full.');
    });
    const outcome = await savePage(saving, tab);
    expect(outcome.status).toBe('failed');
    expect(JSON.stringify(outcome)).toContain('The disk is full.');
    expect(await saving.store.db.articles.count()).toBe(0);
    expect(saving.startPictures).not.toHaveBeenCalled();
  });

  it('tells a database that can not be read', async () => {
    const saving = aBrowser();
    saving.store.db.close();
    expect(await savePage(saving, tab)).toMatchObject({ status: 'failed' });
  });
});
