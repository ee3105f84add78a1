import { describe, expect, it, vi } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from './articles.ts';
import { addList, changeList } from './change-lists.ts';
import { readCounts } from './counts.ts';
import { putOnList, takeOffList } from './list-entries.ts';
import { live } from './live.ts';
import { writeNote } from './notes.ts';
import { keepThumbnail } from './pictures.ts';
import { readShelf } from './read-shelf.ts';
import { changeReadings } from './readings.ts';
import { readRows } from './rows.ts';
import { addTag, removeTag } from './tags.ts';

async function anArticle(store: TestStore, name: string): Promise<ArticleId> {
  store.wait();
  const draft = await aDraft({ url: `https://daily.example/${name}`, title: name });
  return (await keepArticle(store, draft)).articleId;
}

describe('readShelf', () => {
  it('gives the newest on the shelf first, and no more than asked for', async () => {
    const store = aStore();
    const [one, two, three] = [await anArticle(store, '1'), await anArticle(store, '2'), await anArticle(store, '3')];
    expect(await readShelf(store, 'inbox', 2)).toEqual([three, two]);
    for (const id of [two, one]) await changeReadings(store, [id], () => ({ archivedAt: store.wait() }));
    expect(await readShelf(store, 'archive', 9)).toEqual([one, two]);
    expect(await readShelf(store, 'inbox', 9)).toEqual([three]);
  });
});

describe('readRows', () => {
  it('gives rows in the order of the ids, with all that stands beside each article', async () => {
    const store = aStore();
    const [plain, rich] = [await anArticle(store, 'plain'), await anArticle(store, 'rich')];
    const listId = await addList(store, 'Weekend', () => ({ colour: 'green', rank: 'm' }));
    await putOnList(store, listId, rich, () => 'm');
    await addTag(store, rich, 'Sea');
    await writeNote(store, { articleId: rich }, 'Hum');
    await keepThumbnail(store, rich, new Blob(['small']));
    const [first, second] = await readRows(store, [rich, plain]);
    expect(first).toMatchObject({ article: { title: 'rich' }, listIds: [listId], tags: ['Sea'], hasNote: true });
    expect(await first?.thumbnail?.text()).toBe('small');
    expect(second).toMatchObject({ article: { title: 'plain' }, listIds: [], tags: [], hasNote: false });
    expect(second).not.toHaveProperty('thumbnail');
  });

  it('leaves out ids that are not here', async () => {
    const store = aStore();
    const id = await anArticle(store, 'a');
    const rows = await readRows(store, ['nobody' as ArticleId, id]);
    expect(rows.map(({ article }) => article.id)).toEqual([id]);
  });

  it('shows nothing that was taken off, cleared or deleted', async () => {
    const store = aStore();
    const id = await anArticle(store, 'a');
    const off = await addList(store, 'Off', () => ({ colour: 'green', rank: 'm' }));
    const deleted = await addList(store, 'Deleted', () => ({ colour: 'green', rank: 'n' }));
    for (const listId of [off, deleted]) await putOnList(store, listId, id, () => 'm');
    await addTag(store, id, 'sea');
    await writeNote(store, { articleId: id }, 'Hum');
    await takeOffList(store, off, id);
    await changeList(store, deleted, { deletedAt: store.now() });
    await removeTag(store, id, 'sea');
    await writeNote(store, { articleId: id }, ' ');
    expect(await readRows(store, [id])).toMatchObject([{ listIds: [], tags: [], hasNote: false }]);
  });

  it('shows lists, tags and note of an article that lies in the trash', async () => {
    const store = aStore();
    const id = await anArticle(store, 'a');
    await addTag(store, id, 'sea');
    await writeNote(store, { articleId: id }, 'Hum');
    await changeReadings(store, [id], () => ({ trashedAt: store.now() }));
    expect(await readRows(store, [id])).toMatchObject([{ tags: ['sea'], hasNote: true }]);
  });
});

describe('readCounts', () => {
  it('counts shelves, lists, tags and notes; the trash counts for the trash alone', async () => {
    const store = aStore();
    const [one, two] = [await anArticle(store, '1'), await anArticle(store, '2')];
    const full = await addList(store, 'Full', () => ({ colour: 'green', rank: 'm' }));
    const empty = await addList(store, 'Empty', () => ({ colour: 'green', rank: 'n' }));
    for (const id of [one, two]) {
      await putOnList(store, full, id, () => 'm');
      await addTag(store, id, 'sea');
      await writeNote(store, { articleId: id }, 'Hum');
    }
    await changeReadings(store, [one], () => ({ favouriteAt: store.now() }));
    const before = await readCounts(store);
    expect(before).toEqual({
      shelves: { inbox: 2, reading: 0, favourites: 1, archive: 0, trash: 0 },
      lists: new Map([
        [full, 2],
        [empty, 0],
      ]),
      tags: [{ tagKey: 'sea', label: 'sea', count: 2 }],
      notes: 2,
    });
    await changeReadings(store, [one], () => ({ trashedAt: store.now() }));
    expect(await readCounts(store)).toEqual({
      shelves: { inbox: 1, reading: 0, favourites: 0, archive: 0, trash: 1 },
      lists: new Map([
        [full, 1],
        [empty, 0],
      ]),
      tags: [{ tagKey: 'sea', label: 'sea', count: 1 }],
      notes: 1,
    });
    await changeReadings(store, [one], () => ({ trashedAt: undefined }));
    expect(await readCounts(store)).toEqual(before);
  });

  it('is counted anew for whoever watches, whatever changes', async () => {
    const store = aStore();
    const id = await anArticle(store, '1');
    const list = await addList(store, 'Full', () => ({ colour: 'green', rank: 'm' }));
    const counts = live(() => readCounts(store));
    const stop = counts.subscribe(() => undefined);
    const shows = (wanted: { readonly list: number; readonly tags: number }) =>
      vi.waitFor(() => {
        const loaded = counts.peek();
        if (loaded.status !== 'ready') throw new Error(loaded.status);
        expect({ list: loaded.value.lists.get(list), tags: loaded.value.tags.length }).toEqual(wanted);
      });
    await shows({ list: 0, tags: 0 });
    await putOnList(store, list, id, () => 'm');
    await shows({ list: 1, tags: 0 });
    await addTag(store, id, 'sea');
    await shows({ list: 1, tags: 1 });
    await takeOffList(store, list, id);
    await removeTag(store, id, 'sea');
    await shows({ list: 0, tags: 0 });
    stop();
  });

  it('knows no deleted list', async () => {
    const store = aStore();
    const id = await addList(store, 'Full', () => ({ colour: 'green', rank: 'm' }));
    await changeList(store, id, { deletedAt: store.now() });
    expect((await readCounts(store)).lists).toEqual(new Map());
  });
});
