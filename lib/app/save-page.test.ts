import { describe, expect, it, vi } from 'vitest';
import { aCapture, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { Capture, CaptureOutcome } from '../article/capture.ts';
import { untrusted } from '../article/html.ts';
import type { ArticleId } from '../article/ids.ts';
import type { TabAtClick } from '../messages/requests.ts';
import type { Injected } from '../platform/inject.ts';
import { readArticle } from '../store/read-article.ts';
import { readBody, readVersions } from '../store/read-versions.ts';
import { readReading } from '../store/readings.ts';
import { keepLink, savePage, saveSelection, takeWay, updateText } from './save-page.ts';
import { createSearch } from './search.ts';
import { trash } from './triage.ts';

const URL_AT_CLICK = 'https://daily.example/quiet-room';
const tab: TabAtClick = { tabId: 7, url: URL_AT_CLICK, title: 'The quiet room · Daily' };

/** A browser whose tab shows a page that the capture script reads as given. */
function aBrowser(answer: Partial<Capture> | CaptureOutcome | Injected = {}, store: TestStore = aStore()) {
  let shown = answer;
  const injectCapture = vi.fn(async (): Promise<Injected> => {
    if ('status' in shown && (shown.status === 'ran' || shown.status === 'refused')) return shown;
    const outcome = 'status' in shown ? shown : { status: 'captured', capture: aCapture(shown) };
    // As the browser hands it over: a copy, of no type.
    return { status: 'ran', result: JSON.parse(JSON.stringify(outcome)) };
  });
  const show = (next: typeof answer) => {
    shown = next;
  };
  return { store, injectCapture, startPictures: vi.fn(), show };
}

const articleIdOf = (outcome: object): ArticleId => {
  if (!('articleId' in outcome)) throw new Error(`Nothing was kept: ${JSON.stringify(outcome)}`);
  return outcome.articleId as ArticleId;
};

async function shownHtml(store: TestStore, articleId: ArticleId) {
  const article = await readArticle(store, articleId);
  return article && (await readBody(store, article))?.html;
}

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

describe('updateText', () => {
  async function aSaved() {
    const saving = aBrowser({ wordCount: 100 });
    const articleId = articleIdOf(await savePage(saving, tab));
    saving.startPictures.mockClear();
    const [first] = await readVersions(saving.store, articleId);
    saving.store.wait();
    return { saving, articleId, first };
  }

  it('shows the new text and names the former one for undo', async () => {
    const { saving, articleId, first } = await aSaved();
    saving.show({ html: untrusted('<p>Revised.</p>'), wordCount: 120 });
    expect(await updateText(saving, tab, articleId)).toEqual({
      status: 'updated',
      articleId,
      formerVersionId: first?.id,
    });
    expect(await shownHtml(saving.store, articleId)).toBe('<p>Revised.</p>');
    expect(saving.startPictures).toHaveBeenCalledTimes(1);
  });

  it('says that nothing changed', async () => {
    const { saving, articleId } = await aSaved();
    expect(await updateText(saving, tab, articleId)).toEqual({ status: 'unchanged', articleId });
    expect(saving.startPictures).not.toHaveBeenCalled();
  });

  it.each([
    ['a teaser', { wordCount: 500, warnings: ['teaser' as const] }],
    ['shorter', { wordCount: 20 }],
  ])('keeps a text aside that is %s', async (_, parts) => {
    const { saving, articleId } = await aSaved();
    saving.show({ html: untrusted('<p>Sign in to go on.</p>'), ...parts });
    expect(await updateText(saving, tab, articleId)).toMatchObject({ status: 'kept-aside', articleId });
    expect(await shownHtml(saving.store, articleId)).toBe(aCapture().html);
  });

  it('changes nothing when the page can not be read or the tab went on', async () => {
    const { saving, articleId } = await aSaved();
    saving.show({ status: 'refused', message: 'Frame with ID 0 is showing error page' });
    expect(await updateText(saving, tab, articleId)).toMatchObject({ status: 'refused', why: 'blocked' });
    saving.show({ url: 'https://daily.example/next' });
    expect(await updateText(saving, tab, articleId)).toMatchObject({ status: 'refused', why: 'moved' });
    expect(await readVersions(saving.store, articleId)).toHaveLength(1);
  });

  it('tells that the article is not here', async () => {
    const { saving } = await aSaved();
    expect(await updateText(saving, tab, 'nobody' as ArticleId)).toMatchObject({ status: 'failed' });
  });
});

describe('takeWay', () => {
  const whole = { html: untrusted('<p>All of it.</p>'), wordCount: 3, warnings: ['teaser' as const] };

  it('adds the cut that was asked for, and shows it whatever it looks like', async () => {
    const saving = aBrowser({ wordCount: 500 });
    const articleId = articleIdOf(await savePage(saving, tab));
    const former = (await readArticle(saving.store, articleId))?.versionId;
    const receipt = { cut: 'whole-page' as const, pictureCount: 0, leftOutWords: 0 };
    saving.show({ ...whole, receipt });
    const taken = await takeWay(saving, tab, 'whole-page');
    expect(taken).toEqual({ status: 'updated', articleId, formerVersionId: former });
    expect(saving.injectCapture).toHaveBeenLastCalledWith(7, 'whole-page');
    expect(await shownHtml(saving.store, articleId)).toBe(whole.html);
    const versions = await readVersions(saving.store, articleId);
    expect(versions).toHaveLength(2);
    expect(versions.find(({ id }) => id !== former)).toMatchObject({ receipt, warnings: ['teaser'] });
  });

  it('keeps a selection in the place of the text, and says so where there is none', async () => {
    const saving = aBrowser({ wordCount: 500 });
    const articleId = articleIdOf(await savePage(saving, tab));
    expect(await takeWay(saving, tab, 'selection')).toMatchObject({ status: 'refused', why: 'nothing-selected' });
    expect(await readVersions(saving.store, articleId)).toHaveLength(1);
    const selection = { html: untrusted('<p>This.</p>'), wordCount: 1, pictures: [] };
    saving.show({ wordCount: 500, selection });
    expect(await takeWay(saving, tab, 'selection')).toMatchObject({ status: 'updated' });
    expect(await shownHtml(saving.store, articleId)).toBe(selection.html);
  });

  it('makes an article of a page that is not here, and none where there is no other cut', async () => {
    const saving = aBrowser(whole);
    expect(await takeWay(saving, tab, 'whole-page')).toMatchObject({ status: 'saved' });
    const other = aBrowser({ status: 'unreadable', why: 'no-other-cut', url: URL_AT_CLICK, title: '' });
    expect(await takeWay(other, tab, 2)).toMatchObject({ status: 'refused', why: 'no-other-cut' });
    expect(await other.store.db.articles.count()).toBe(0);
  });
});
