import { describe, expect, it } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import { countReads } from '../../tests/support/count-reads.ts';
import type { ArticleId } from '../article/ids.ts';
import { USUAL_PACE } from '../article/reading-time.ts';
import { keepArticle } from '../store/articles.ts';
import { keepPlace } from '../store/readings.ts';
import { createActions } from './actions.ts';
import { readStatistics } from './statistics.ts';

const DAY = 24 * 60 * 60 * 1000;
const PLACE = { anchorText: '', anchorOccurrence: 0, fraction: 0 };

async function keep(store: TestStore, name: string, minutes: number, siteName = 'Daily Example'): Promise<ArticleId> {
  const draft = await aDraft({ url: `https://daily.example/${name}`, wordCount: minutes * USUAL_PACE });
  return (await keepArticle(store, { ...draft, siteName })).articleId;
}

const read = (store: TestStore, id: ArticleId, progress: number) => keepPlace(store, id, { position: PLACE, progress });

describe('the statistics', () => {
  it('count what was kept and finished by the weeks of the calendar', async () => {
    const store = aStore();
    const first = await keep(store, 'first', 10);
    store.wait(7 * DAY);
    const second = await keep(store, 'second', 10);
    await keep(store, 'third', 10);
    await read(store, first, 1);
    await createActions(store).markDone([second]);
    const { weeks } = await readStatistics(store);
    expect(weeks).toHaveLength(13);
    expect(weeks.slice(-3).map(({ kept, finished }) => [kept, finished])).toEqual([
      [0, 0],
      [1, 0],
      [2, 2],
    ]);
    expect(weeks.every(({ from }) => new Date(from).getDay() === 1 && new Date(from).getHours() === 0)).toBe(true);
    store.wait(90 * DAY);
    expect((await readStatistics(store)).weeks.reduce((sum, { kept }) => sum + kept, 0)).toBe(0);
  });

  it('count the minutes of what was read, and not of what was only called done', async () => {
    const store = aStore();
    await read(store, await keep(store, 'half', 20), 0.5);
    await createActions(store).markDone([await keep(store, 'done', 60)]);
    expect((await readStatistics(store)).minutes).toBe(10);
    store.wait(31 * DAY);
    const { minutes, weeks } = await readStatistics(store);
    expect([minutes, weeks.reduce((sum, week) => sum + week.minutes, 0)]).toEqual([0, 10]);
  });

  it('count minutes by the pace of the reader, once that is known', async () => {
    const store = aStore();
    await read(store, await keep(store, 'one', 20), 1);
    const slow = await readStatistics({ ...store, pace: () => USUAL_PACE / 2 });
    expect([slow.minutes, slow.sites[0]?.minutes, slow.pace]).toEqual([40, 40, USUAL_PACE / 2]);
  });

  it('tell where the reading came from', async () => {
    const store = aStore();
    const [one, two, three] = [
      await keep(store, 'a', 10),
      await keep(store, 'b', 30, 'Reed'),
      await keep(store, 'c', 5),
    ];
    for (const id of [one, two, three]) await read(store, id, 1);
    const actions = createActions(store);
    await actions.addToNewList('Chips', one);
    await actions.addToNewList('Later', one);
    const { sites, lists } = await readStatistics(store);
    expect(sites).toEqual([
      { name: 'Reed', minutes: 30 },
      { name: 'Daily Example', minutes: 15 },
    ]);
    expect(lists).toEqual([
      { name: 'Chips', minutes: 10 },
      { name: 'Later', minutes: 10 },
    ]);
  });

  it('put each article of the inbox into one age', async () => {
    const store = aStore();
    const oldest = store.now();
    for (const [name, wait] of [
      ['older', 80],
      ['months', 21],
      ['month', 7],
      ['at-the-border', 3],
      ['week', 0],
    ] as const) {
      await keep(store, name, 5);
      store.wait(wait * DAY);
    }
    const { pile, oldest: told } = await readStatistics(store);
    expect(pile.map(({ count }) => count)).toEqual([2, 1, 1, 1]);
    expect(told).toBe(oldest);
  });

  it('read no more of a large library than of a small one', async () => {
    const rowsOf = async (count: number) => {
      const store = aStore();
      for (let n = 0; n < count; n++) await keep(store, String(n), 5);
      await read(store, await keep(store, 'read', 5), 1);
      return countReads(store.db, () => readStatistics(store));
    };
    const [small, large] = [await rowsOf(320), await rowsOf(640)];
    expect(large).toEqual(small);
  });
});
