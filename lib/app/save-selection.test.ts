import { describe, expect, it } from 'vitest';
import { aBrowser, articleIdOf, shownHtml, TAB_AT_CLICK as tab, URL_AT_CLICK } from '../../tests/support/a-browser.ts';
import { aCapture } from '../../tests/support/a-store.ts';
import { untrusted } from '../article/html.ts';
import { readArticle } from '../store/read-article.ts';
import { readVersions } from '../store/read-versions.ts';
import { readReading } from '../store/readings.ts';
import { keepLink, savePage, saveSelection } from './save-page.ts';
import { trash } from './triage.ts';

describe('saveSelection', () => {
  const selection = { html: untrusted('<p>mind you</p>'), wordCount: 2, pictures: [] };

  it('keeps only what is selected', async () => {
    const saving = aBrowser({ selection });
    const articleId = articleIdOf(await saveSelection(saving, tab));
    expect(await shownHtml(saving.store, articleId)).toBe('<p>mind you</p>');
    expect(await readArticle(saving.store, articleId)).toMatchObject({ wordCount: 2, title: 'The quiet room' });
    expect(await readVersions(saving.store, articleId)).toMatchObject([{ source: 'selection' }]);
  });

  it('keeps the page when nothing is selected', async () => {
    const saving = aBrowser();
    const articleId = articleIdOf(await saveSelection(saving, tab));
    expect(await shownHtml(saving.store, articleId)).toBe(aCapture().html);
  });

  describe('on a page that is no article', () => {
    const page = { status: 'unreadable', why: 'no-article', url: URL_AT_CLICK, title: 'Daily' } as const;
    const pictures = [{ url: 'https://daily.example/1.jpg', alt: '' }];
    const lone = {
      ...selection,
      pictures,
      siteName: 'Daily',
      excerpt: 'mind you',
      language: 'he',
      direction: 'rtl',
    } as const;

    it('keeps what is selected, with what is known of the page', async () => {
      const saving = aBrowser({ ...page, selection: lone });
      const articleId = articleIdOf(await saveSelection(saving, tab));
      expect(await shownHtml(saving.store, articleId)).toBe('<p>mind you</p>');
      expect(await readVersions(saving.store, articleId)).toMatchObject([{ source: 'selection', wordCount: 2 }]);
      expect(await readArticle(saving.store, articleId)).toMatchObject({
        url: URL_AT_CLICK,
        title: 'Daily',
        siteName: 'Daily',
        excerpt: 'mind you',
        language: 'he',
        direction: 'rtl',
      });
      expect(await saving.store.db.pictures.count()).toBe(1);
    });

    it('keeps nothing if nothing is selected, or if the page was asked for', async () => {
      const saving = aBrowser(page);
      expect(await saveSelection(saving, tab)).toMatchObject({ status: 'refused', why: 'no-article' });
      saving.show({ ...page, selection: lone });
      expect(await savePage(saving, tab)).toMatchObject({ status: 'refused', why: 'no-article' });
      expect(await saving.store.db.articles.count()).toBe(0);
    });

    it('keeps no selection of another page than the one clicked on, nor of a file', async () => {
      for (const [url, why] of [
        ['https://daily.example/other', 'moved'],
        ['file:///home/reader/notes.html', 'no-article'],
      ] as const) {
        const saving = aBrowser({ ...page, url, selection: lone });
        expect(await saveSelection(saving, tab)).toMatchObject({ status: 'refused', why });
      }
    });
  });

  it('keeps a selection beside the text of a page that is here', async () => {
    const saving = aBrowser({ selection });
    const articleId = articleIdOf(await savePage(saving, tab));
    expect(await saveSelection(saving, tab)).toMatchObject({ status: 'kept-aside', articleId, wordCount: 2 });
    expect(await shownHtml(saving.store, articleId)).toBe(aCapture().html);
    expect(await readVersions(saving.store, articleId)).toHaveLength(2);
  });

  it('keeps a selection of a page that lay in the trash, and brings the page back', async () => {
    const saving = aBrowser({ selection });
    const articleId = articleIdOf(await savePage(saving, tab));
    await trash(saving.store, [articleId]);
    await saveSelection(saving, tab);
    expect((await readReading(saving.store, articleId))?.trashedAt).toBeUndefined();
    expect((await readVersions(saving.store, articleId)).map(({ source }) => source).sort()).toEqual([
      'page',
      'selection',
    ]);
  });
});

describe('keepLink', () => {
  it('keeps an address without a text, to which a save adds it', async () => {
    const saving = aBrowser();
    const outcome = await keepLink(saving, URL_AT_CLICK, ' The quiet room ');
    expect(outcome).toMatchObject({ status: 'saved' });
    const articleId = articleIdOf(outcome);
    expect(await readArticle(saving.store, articleId)).toMatchObject({ title: 'The quiet room', wordCount: 0 });
    expect(saving.injectCapture).not.toHaveBeenCalled();
    expect(await savePage(saving, tab)).toEqual({ status: 'text-added', articleId });
    expect(await shownHtml(saving.store, articleId)).toBe(aCapture().html);
  });

  it('names a link without a title by its address', async () => {
    const { store } = aBrowser();
    const articleId = articleIdOf(await keepLink({ store }, URL_AT_CLICK, ''));
    expect((await readArticle(store, articleId))?.title).toBe(URL_AT_CLICK);
  });

  it.each(['javascript:alert(1)', 'about:blank', 'file:///etc/hosts', ''])('refuses %j', async (url) => {
    const { store } = aBrowser();
    expect(await keepLink({ store }, url, 'x')).toMatchObject({ status: 'refused', why: 'browser-page' });
    expect(await store.db.articles.count()).toBe(0);
  });
});
