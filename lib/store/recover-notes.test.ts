import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { aLibrary } from '../../tests/support/a-whole-library.ts';
import type { HighlightId } from '../article/ids.ts';
import { keepArticle } from './articles.ts';
import { checkLibrary } from './check/check-library.ts';
import type { Drafts } from './drafts.ts';
import type { MarkDrafts } from './drafts-elsewhere.ts';
import { changeHighlight, recoverHighlightNotes } from './highlights.ts';
import { recoverNotes, writeNote } from './notes.ts';
import { readHighlights } from './read-highlights.ts';

describe('notes that a page could not write', () => {
  const drafts = (rows: readonly object[]) => {
    const removed: unknown[] = [];
    return { removed, box: { put: () => undefined, remove: (id: unknown) => removed.push(id), readAll: () => rows } };
  };

  it('are written by the next one, also where the database has none of them yet', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft());
    const at = store.wait();
    const { removed, box } = drafts([
      { articleId, text: 'Typed', former: '', createdAt: at, updatedAt: at, shownAt: at },
    ]);
    await recoverNotes({ ...store, drafts: box as unknown as Drafts });
    expect(await store.db.notes.get(articleId)).toEqual({
      articleId,
      text: 'Typed',
      createdAt: at,
      updatedAt: at,
      shownAt: at,
    });
    expect(removed).toEqual([articleId]);
    // The index is held against the library as well: the note is found.
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('are let go of where the database has them already, of the same moment', async () => {
    const store = aStore();
    const { articleId } = await keepArticle(store, await aDraft());
    const at = store.wait();
    await writeNote(store, { articleId }, 'Written');
    const { removed, box } = drafts([{ articleId, text: 'Typed', createdAt: at, updatedAt: at, shownAt: at }]);
    await recoverNotes({ ...store, drafts: box as unknown as Drafts });
    expect((await store.db.notes.get(articleId))?.text).toBe('Written');
    expect(removed).toEqual([articleId]);
  });

  it('take the place of the older one, where a version that did not merge windows had set them down', async () => {
    const { store, id } = await aLibrary();
    const [mark] = await readHighlights(store, id);
    const at = store.wait();
    const gone = 'gone' as HighlightId;
    const { removed, box } = drafts([
      { highlightId: mark?.id, text: 'Typed #harbour', updatedAt: at },
      { highlightId: gone, text: 'Of no mark', updatedAt: at },
    ]);
    await recoverHighlightNotes({ ...store, markDrafts: box as unknown as MarkDrafts });
    expect(await readHighlights(store, id)).toMatchObject([
      { note: 'Typed #harbour', tagKeys: ['harbour'], notedAt: at },
    ]);
    expect(removed).toEqual([mark?.id]);
    expect((await checkLibrary(store)).faults).toEqual([]);
  });

  it('are merged with what another window wrote since', async () => {
    const { store, id } = await aLibrary();
    const [mark] = await readHighlights(store, id);
    if (!mark) throw new Error('It has a mark.');
    store.wait();
    await changeHighlight(store, mark.id, { note: 'See #tides tonight' });
    const at = store.wait();
    const { box } = drafts([{ highlightId: mark.id, text: 'Do see #tides', former: 'See #tides', updatedAt: at }]);
    await recoverHighlightNotes({ ...store, markDrafts: box as unknown as MarkDrafts });
    const [{ note } = { note: '' }] = await readHighlights(store, id);
    for (const word of ['Do', 'tonight', '#tides']) expect(note).toContain(word);
  });

  it('are none in a worker, which has no place for them', async () => {
    const { store, id } = await aLibrary();
    await recoverNotes(store);
    await recoverHighlightNotes(store);
    expect((await store.db.notes.get(id))?.text).toBe('Mine');
  });
});
