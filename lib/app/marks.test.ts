import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticle } from '../store/articles.ts';
import { readHighlights } from '../store/read-highlights.ts';
import { createMarks } from './marks.ts';

const PLACE = { quote: { exact: 'nobody', prefix: 'and ', suffix: ' to' } };

async function aMark() {
  const store = aStore();
  const { articleId } = await keepArticle(store, await aDraft());
  const marks = createMarks(store);
  const { mark, done } = await marks.add({ ...PLACE, articleId, colour: 'amber' });
  return { store, articleId, marks, mark, done, read: () => readHighlights(store, articleId) };
}

describe('marks', () => {
  it('are taken back', async () => {
    const { done, read } = await aMark();
    await done.undo();
    expect(await read()).toEqual([]);
  });

  it('come back with the note that was on them', async () => {
    const { marks, mark, read } = await aMark();
    await marks.writeNote(mark.id, 'mine');
    const done = await marks.remove({ ...mark, note: 'mine' });
    expect(done.label).toBe('Mark and its note deleted');
    await done.undo();
    expect(await read()).toMatchObject([{ note: 'mine' }]);
  });

  it('get their colour and place back, and keep a note typed since', async () => {
    const { marks, mark, read } = await aMark();
    const colour = await marks.recolour(mark.id, 'rose');
    const place = await marks.place(mark.id, { quote: { exact: 'them', prefix: '', suffix: '' } });
    expect(await read()).toMatchObject([{ colour: 'rose', quote: { exact: 'them' } }]);
    await marks.writeNote(mark.id, 'since');
    await place?.undo();
    await colour?.undo();
    expect(await read()).toMatchObject([{ ...PLACE, colour: 'amber', note: 'since' }]);
  });
});
