import { describe, expect, it } from 'vitest';
import { aDraft, aStore, FIRST_MOMENT, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import type { ReadingPosition } from '../article/reading.ts';
import { keepArticle } from './articles.ts';
import { changeReadings, keepPlace, readReading, undoReadings } from './readings.ts';

const position: ReadingPosition = { anchorText: 'Two servers hum', anchorOccurrence: 0, fraction: 0.4 };

async function aKept(url = 'https://daily.example/a', store: TestStore = aStore()) {
  const { articleId } = await keepArticle(store, await aDraft({ url }));
  return { store, articleId };
}

const shelves = async (store: TestStore, articleId: ArticleId) => (await readReading(store, articleId))?.shelves;

describe('changeReadings', () => {
  it('moves an article from shelf to shelf, each with the time it came there', async () => {
    const { store, articleId } = await aKept();
    const favouriteAt = store.wait();
    await changeReadings(store, [articleId], () => ({ favouriteAt }));
    expect(await shelves(store, articleId)).toEqual({ inbox: FIRST_MOMENT, favourites: favouriteAt });
    const archivedAt = store.wait();
    await changeReadings(store, [articleId], () => ({ archivedAt }));
    expect(await shelves(store, articleId)).toEqual({ favourites: favouriteAt, archive: archivedAt });
    const trashedAt = store.wait();
    await changeReadings(store, [articleId], () => ({ trashedAt }));
    expect(await shelves(store, articleId)).toEqual({ trash: trashedAt });
    await changeReadings(store, [articleId], () => ({ trashedAt: undefined, archivedAt: undefined }));
    expect(await shelves(store, articleId)).toEqual({ inbox: FIRST_MOMENT, favourites: favouriteAt });
  });

  it('leaves no field with an undefined value in the row', async () => {
    const { store, articleId } = await aKept();
    await changeReadings(store, [articleId], () => ({ archivedAt: store.now() }));
    await changeReadings(store, [articleId], () => ({ archivedAt: undefined }));
    expect(Object.keys((await readReading(store, articleId)) ?? {})).not.toContain('archivedAt');
  });

  it('passes over ids that are not here', async () => {
    const { store, articleId } = await aKept();
    const stranger = '00000000-0000-4000-8000-ffffffffffff' as ArticleId;
    const changes = await changeReadings(store, [stranger, articleId], () => ({ archivedAt: store.now() }));
    expect(changes.map((change) => change.articleId)).toEqual([articleId]);
    expect(await readReading(store, stranger)).toBeUndefined();
  });

  it('changes all articles or none', async () => {
    const { store, articleId } = await aKept();
    const other = await aKept('https://daily.example/b', store);
    let changed = 0;
    const failing = changeReadings(store, [articleId, other.articleId], () => {
      changed += 1;
      if (changed === 2) throw new Error('Our mistake.');
      return { archivedAt: store.now() };
    });
    await expect(failing).rejects.toThrow('Our mistake.');
    expect(await store.db.readings.orderBy('shelves.archive').count()).toBe(0);
  });
});

describe('undoReadings', () => {
  it('puts back exactly the fields that were changed', async () => {
    const { store, articleId } = await aKept();
    const favouriteAt = store.wait();
    await changeReadings(store, [articleId], () => ({ favouriteAt }));
    const changes = await changeReadings(store, [articleId], () => ({
      favouriteAt: undefined,
      archivedAt: store.wait(),
    }));
    await undoReadings(store, changes);
    const reading = await readReading(store, articleId);
    expect(reading?.favouriteAt).toBe(favouriteAt);
    expect(reading?.archivedAt).toBeUndefined();
    expect(reading?.shelves).toEqual({ inbox: FIRST_MOMENT, favourites: favouriteAt });
  });

  it('leaves progress and place that came since', async () => {
    const { store, articleId } = await aKept();
    const changes = await changeReadings(store, [articleId], () => ({ archivedAt: store.now() }));
    const lastReadAt = store.wait();
    await keepPlace(store, articleId, { position, progress: 0.4 });
    await undoReadings(store, changes);
    const reading = await readReading(store, articleId);
    expect(reading).toMatchObject({ progress: 0.4, position, lastReadAt });
    expect(reading?.shelves).toEqual({ inbox: FIRST_MOMENT, reading: lastReadAt });
  });
});

describe('keepPlace', () => {
  it('puts an article on the shelf of those under way', async () => {
    const { store, articleId } = await aKept();
    const at = store.wait();
    await keepPlace(store, articleId, { position, progress: 0.4 });
    expect(await shelves(store, articleId)).toEqual({ inbox: FIRST_MOMENT, reading: at });
  });

  it('remembers the place above, and never lets progress go back', async () => {
    const { store, articleId } = await aKept();
    await keepPlace(store, articleId, { position, progress: 0.6 });
    const above = { ...position, anchorText: 'Above', fraction: 0.1 };
    await keepPlace(store, articleId, { position: above, progress: 0.1 });
    expect(await readReading(store, articleId)).toMatchObject({ progress: 0.6, position: above });
  });

  it('finishes at 90 %, once, and not below', async () => {
    const { store, articleId } = await aKept();
    await keepPlace(store, articleId, { position, progress: 0.89 });
    expect((await readReading(store, articleId))?.finishedAt).toBeUndefined();
    const finishedAt = store.wait();
    await keepPlace(store, articleId, { position, progress: 0.9 });
    expect(await shelves(store, articleId)).toEqual({ inbox: FIRST_MOMENT });
    store.wait();
    await keepPlace(store, articleId, { position, progress: 1 });
    expect(await readReading(store, articleId)).toMatchObject({ finishedAt, progress: 1 });
  });

  it('makes no reading for an article that is not here', async () => {
    const store = aStore();
    await keepPlace(store, 'nobody' as ArticleId, { position, progress: 1 });
    expect(await store.db.readings.count()).toBe(0);
  });
});
