import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticle } from './articles.ts';
import { addList, changeList } from './change-lists.ts';
import { writeNote } from './notes.ts';
import { changeReadings } from './readings.ts';
import { readTotals } from './totals.ts';

describe('readTotals', () => {
  it('counts what is outside the trash, and lists that are not deleted', async () => {
    const store = aStore();
    const ids = [];
    for (let i = 0; i < 4; i += 1) {
      const { articleId } = await keepArticle(store, await aDraft({ url: `https://daily.example/${i}` }));
      await writeNote(store, { articleId }, 'Hum');
      ids.push(articleId);
    }
    await changeReadings(store, ids.slice(0, 1), () => ({ archivedAt: store.now() }));
    await changeReadings(store, ids.slice(1, 2), () => ({ trashedAt: store.now() }));
    await changeReadings(store, ids.slice(2, 3), () => ({ favouriteAt: store.now() }));
    for (const name of ['Weekend', 'Later']) await addList(store, name, () => ({ colour: 'green', rank: 'm' }));
    const later = await addList(store, 'Later', () => ({ colour: 'green', rank: 'm' }));
    await changeList(store, later, { deletedAt: store.now() });
    expect(await readTotals(store)).toEqual({ inbox: 2, articles: 3, lists: 1, notes: 3 });
  });
});
