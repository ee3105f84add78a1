import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from '../store/articles.ts';
import { createActions } from './actions.ts';
import { beginReview, readAged } from './weekly-review.ts';

const DAY = 24 * 60 * 60 * 1000;

async function aPile() {
  const store = aStore();
  const ids: ArticleId[] = [];
  for (const name of ['oldest', 'listed', 'star', 'second', 'third', 'begun']) {
    store.wait();
    ids.push((await keepArticle(store, await aDraft({ url: `https://daily.example/${name}`, title: name }))).articleId);
  }
  const [oldest, listed, star, second, third, begun] = ids as [ArticleId, ...ArticleId[]] & { 5: ArticleId };
  const actions = createActions(store);
  await actions.addToNewList('Later', listed as ArticleId);
  await actions.markFavourite([star as ArticleId]);
  const position = { anchorText: '', anchorOccurrence: 0, fraction: 0 };
  await actions.keepPlace(begun, { position, progress: 0.2 });
  store.wait(91 * DAY);
  await keepArticle(store, await aDraft({ url: 'https://daily.example/young', title: 'young' }));
  return { store, oldest, second: second as ArticleId, third: third as ArticleId };
}

const titlesOf = async (store: TestStore) => (await readAged(store)).map(({ row }) => row.article.title);
const readingsOf = async ({ db }: TestStore) =>
  (await db.readings.toArray()).map(({ updatedAt: _, ...reading }) => reading);

describe('the weekly review', () => {
  it('asks about what waits past its time, the oldest first, and nothing that was meant to be read', async () => {
    const { store } = await aPile();
    expect(await titlesOf(store)).toEqual(['oldest', 'second', 'third']);
    expect((await readAged(store))[0]?.reason).toBe('Saved 2 months ago, not begun');
  });

  it('writes each decision at once, and asks no more about what was decided', async () => {
    const { store, oldest, second, third } = await aPile();
    const review = beginReview(store);
    await review.decide(oldest, 'keep');
    await review.decide(second, 'archive');
    await review.decide(third, 'trash');
    expect(await titlesOf(store)).toEqual([]);
    const [kept, archived, trashed] = await store.db.readings.bulkGet([oldest, second, third]);
    expect([kept?.shelves.inbox, archived?.shelves.archive, trashed?.shelves.trash].every(Boolean)).toBe(true);
    store.wait(60 * DAY);
    expect(await titlesOf(store)).toContain('oldest');
  });

  it('takes back one decision, or all of them at the end', async () => {
    const { store, oldest, second, third } = await aPile();
    const before = await readingsOf(store);
    const review = beginReview(store);
    await review.decide(oldest, 'trash');
    await review.stepBack();
    expect(await readingsOf(store)).toEqual(before);
    await review.stepBack();
    for (const [id, decision] of [
      [oldest, 'keep'],
      [second, 'archive'],
      [third, 'trash'],
    ] as const) {
      store.wait();
      await review.decide(id, decision);
    }
    const done = review.end();
    expect(done?.label).toBe('Reviewed: 1 kept, 1 archived, 1 moved to Trash');
    expect(review.end()).toBeUndefined();
    await done?.undo();
    expect(await readingsOf(store)).toEqual(before);
  });
});
