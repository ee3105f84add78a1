import { describe, expect, it } from 'vitest';
import { aBrowser, articleIdOf, shownHtml, TAB_AT_CLICK as tab, URL_AT_CLICK } from '../../tests/support/a-browser.ts';
import { aCapture } from '../../tests/support/a-store.ts';
import { untrusted } from '../article/html.ts';
import type { ArticleId } from '../article/ids.ts';
import { readArticle } from '../store/read-article.ts';
import { readVersions } from '../store/read-versions.ts';
import { savePage, takeWay, updateText } from './save-page.ts';

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
