import { describe, expect, it, vi } from 'vitest';
import { aDraft, aStore, aText } from '../../tests/support/a-store.ts';
import type { SaveOutcome } from '../messages/requests.ts';
import { keepArticle } from '../store/articles.ts';
import { readArticle } from '../store/read-article.ts';
import { addText } from '../store/versions.ts';
import { createOpenPage } from './open-page.ts';

const URL_KEY = 'https://daily.example/quiet-room';
const tab = { tabId: 7, url: `${URL_KEY}#end`, title: 'The quiet room' };

describe('the open page of an article', () => {
  it('is the tab that shows its address', async () => {
    const page = createOpenPage({ store: aStore(), readOpenTabs: async () => [tab], askWorker: vi.fn() });
    expect(await page.isOpen(URL_KEY)).toBe(true);
    expect(await page.isOpen('https://daily.example/other')).toBe(false);
  });

  it('gives another part, with the way back', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft());
    const formerVersionId = (await readArticle(store, articleId))?.versionId;
    const askWorker = vi.fn(async (): Promise<SaveOutcome> => {
      await addText(store, articleId, await aText('<p>Other.</p>'), true);
      return { status: 'updated', articleId, ...(formerVersionId && { formerVersionId }) };
    });
    const taken = await createOpenPage({ store, readOpenTabs: async () => [tab], askWorker }).take(URL_KEY, 1);
    expect(askWorker).toHaveBeenCalledWith({ kind: 'take-way', tab, way: 1 });
    expect((await readArticle(store, articleId))?.versionId).not.toBe(formerVersionId);
    if (!('done' in taken)) throw new Error('Nothing was taken.');
    await taken.done.undo();
    expect((await readArticle(store, articleId))?.versionId).toBe(formerVersionId);
  });

  it('says why nothing was taken', async () => {
    const sentence = { what: 'No.', next: 'Go on.' };
    const askWorker = vi.fn(async (): Promise<SaveOutcome> => ({ status: 'failed', sentence }));
    const parts = { store: aStore(), askWorker };
    const open = createOpenPage({ ...parts, readOpenTabs: async () => [tab] });
    expect(await open.take(URL_KEY, 'selection')).toEqual({ said: 'No. Go on.' });
    const closed = createOpenPage({ ...parts, readOpenTabs: async () => [] });
    expect(await closed.take(URL_KEY, 'selection')).toMatchObject({ said: expect.stringContaining('not open') });
  });
});
