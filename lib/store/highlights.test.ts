import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { aLibrary } from '../../tests/support/a-whole-library.ts';
import type { HighlightPlace } from '../article/highlight.ts';
import { keepArticle } from './articles.ts';
import { addHighlight, changeHighlight, recoverHighlightNotes, writeHighlightNote } from './highlights.ts';
import { countHighlights, readHighlights, readLatestHighlights } from './read-highlights.ts';
import { changeReadings } from './readings.ts';

const PLACE: HighlightPlace = {
  quote: { exact: 'nobody to hear them', prefix: 'Two servers, and ', suffix: '.' },
  position: { start: 17, end: 36 },
};

async function aMark() {
  const store = aStore();
  const { articleId } = await keepArticle(store, await aDraft());
  const mark = await addHighlight(store, { ...PLACE, articleId, colour: 'amber' });
  return { store, articleId, mark };
}

describe('highlights', () => {
  it('are kept with their selectors, and count', async () => {
    const { store, articleId, mark } = await aMark();
    expect(await readHighlights(store, articleId)).toEqual([mark]);
    expect(mark).toMatchObject({ ...PLACE, note: '', shownAt: mark.createdAt });
    expect(await countHighlights(store)).toBe(1);
  });

  it('keep a note with the tags and links that it names', async () => {
    const { store, articleId, mark } = await aMark();
    await writeHighlightNote(store, mark.id, 'Compare [[A|article/1]] #Größe');
    expect(await readHighlights(store, articleId)).toMatchObject([{ tagKeys: ['grosse'], links: ['article/1'] }]);
  });

  it('lose nothing where colour and note change at once', async () => {
    const { store, articleId, mark } = await aMark();
    await Promise.all([
      writeHighlightNote(store, mark.id, 'typed'),
      changeHighlight(store, mark.id, { colour: 'rose' }),
      writeHighlightNote(store, mark.id, 'typed on'),
    ]);
    expect(await readHighlights(store, articleId)).toMatchObject([{ colour: 'rose', note: 'typed on' }]);
  });

  it('merge what two windows typed on one at the same moment', async () => {
    const { store, articleId, mark } = await aMark();
    await writeHighlightNote(store, mark.id, 'quiet');
    await Promise.all([
      writeHighlightNote(store, mark.id, 'quiet room', 'quiet'),
      writeHighlightNote(store, mark.id, 'A quiet', 'quiet'),
    ]);
    expect(await readHighlights(store, articleId)).toMatchObject([{ note: 'A quiet room' }]);
  });

  it('go with their note and come back with it', async () => {
    const { store, articleId, mark } = await aMark();
    await writeHighlightNote(store, mark.id, 'mine');
    await changeHighlight(store, mark.id, { deletedAt: store.wait() });
    expect(await readHighlights(store, articleId)).toEqual([]);
    expect(await countHighlights(store)).toBe(0);
    await changeHighlight(store, mark.id, { deletedAt: undefined });
    expect(await readLatestHighlights(store, 9)).toMatchObject([{ id: mark.id, note: 'mine' }]);
  });

  it('leave the count while their article is in the trash', async () => {
    const { store, articleId } = await aMark();
    await changeReadings(store, [articleId], () => ({ trashedAt: store.now() }));
    expect(await countHighlights(store)).toBe(0);
    await changeReadings(store, [articleId], () => ({ trashedAt: undefined }));
    expect(await countHighlights(store)).toBe(1);
  });

  it('keep what was typed last, also where an earlier text or a colour was written after it was typed', async () => {
    const { store, articleId, mark } = await aMark();
    const typing = writeHighlightNote(store, mark.id, 'typed fir');
    const draft = { highlightId: mark.id, text: 'typed first and last', updatedAt: store.wait(1) };
    store.wait();
    await typing;
    await changeHighlight(store, mark.id, { colour: 'rose' });
    const box = { put: () => undefined, remove: () => undefined, readAll: () => [draft] };
    await recoverHighlightNotes(Object.assign(store, { markDrafts: box }));
    expect(await readHighlights(store, articleId)).toMatchObject([{ note: 'typed first and last', colour: 'rose' }]);
  });

  it('take what a closed page left behind, unless the database has something later', async () => {
    const { store, articleId, mark } = await aMark();
    const draft = { highlightId: mark.id, text: 'left behind', updatedAt: store.wait() };
    const removed: string[] = [];
    const box = { put: () => undefined, remove: (id: string) => removed.push(id), readAll: () => [draft] };
    const left = Object.assign(store, { markDrafts: box });
    await recoverHighlightNotes(left);
    expect(await readHighlights(store, articleId)).toMatchObject([{ note: 'left behind' }]);
    store.wait();
    await changeHighlight(store, mark.id, { note: 'later' });
    await recoverHighlightNotes(left);
    expect(await readHighlights(store, articleId)).toMatchObject([{ note: 'later' }]);
    expect(removed).toEqual([mark.id, mark.id]);
  });
});

describe('a mark', () => {
  it('comes up for review when it is said, and not once that is taken away', async () => {
    const { store, id } = await aLibrary();
    const mark = await addHighlight(store, {
      articleId: id,
      colour: 'rose',
      quote: { exact: 'w', prefix: '', suffix: '' },
    });
    const review = { seenAt: 5, dueAt: 9 };
    await changeHighlight(store, mark.id, { review });
    await changeHighlight(store, mark.id, { colour: 'blue' });
    expect(await store.db.highlights.get(mark.id)).toMatchObject({ review, colour: 'blue' });
    await changeHighlight(store, mark.id, { review: undefined });
    expect(await store.db.highlights.get(mark.id)).not.toHaveProperty('review');
  });
});
