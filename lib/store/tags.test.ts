import { describe, expect, it } from 'vitest';
import { aStorage } from '../../tests/support/a-storage.ts';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId } from '../article/ids.ts';
import { keepArticle } from './articles.ts';
import { findTags, readTagged, readTags } from './read-tags.ts';
import { changeReadings } from './readings.ts';
import { openTagDrafts } from './tag-drafts.ts';
import { addTag, recoverTags, removeTag } from './tags.ts';

async function anArticle(store: TestStore, name: string): Promise<ArticleId> {
  return (await keepArticle(store, await aDraft({ url: `https://daily.example/${name}` }))).articleId;
}

describe('addTag', () => {
  it.each([
    ['Élan', 'elan'],
    ['Fibre Optics', '  #fibre   optics '],
    ['Łódź', 'LODZ'],
  ])('takes %j and %j for one tag, spelled as it was first', async (first, second) => {
    const store = aStore();
    await addTag(store, await anArticle(store, 'a'), first);
    await addTag(store, await anArticle(store, 'b'), second);
    expect(await readTags(store, 10)).toMatchObject([{ label: first, count: 2 }]);
  });

  it('takes off the number signs and the spaces around a label', async () => {
    const store = aStore();
    await addTag(store, await anArticle(store, 'a'), ' ## deep   sea ');
    expect(await readTags(store, 10)).toEqual([{ tagKey: 'deep sea', label: 'deep sea', count: 1 }]);
  });

  it.each(['', '   ', '#', ' # '])('passes over %j', async (label) => {
    const store = aStore();
    await addTag(store, await anArticle(store, 'a'), label);
    expect(await store.db.taggings.count()).toBe(0);
  });

  it('leaves a tag that is there as it is', async () => {
    const store = aStore();
    const id = await anArticle(store, 'a');
    await addTag(store, id, 'sea');
    const before = await store.db.taggings.toArray();
    store.wait();
    await addTag(store, id, 'Sea');
    expect(await store.db.taggings.toArray()).toEqual(before);
  });

  it('takes a new spelling once nothing carries the tag', async () => {
    const store = aStore();
    const id = await anArticle(store, 'a');
    await addTag(store, id, 'sea');
    await removeTag(store, id, 'sea');
    await addTag(store, id, 'Sea');
    expect(await readTags(store, 10)).toMatchObject([{ label: 'Sea', count: 1 }]);
  });
});

describe('recoverTags', () => {
  async function leftBehind() {
    const { storage, items } = aStorage();
    const store = aStore();
    const id = await anArticle(store, 'a');
    const page = { ...store, tagDrafts: openTagDrafts(storage) };
    return { store, id, page, items };
  }
  /** What a page that is gone before its transaction leaves. */
  const typeAndClose = ({ id, page, store }: Awaited<ReturnType<typeof leftBehind>>) =>
    page.tagDrafts.put({ articleId: id, tagKey: 'sea', text: 'Sea', updatedAt: store.now() });

  it('finds a tag set down before its call returned, until it is written', async () => {
    const { id, page, items } = await leftBehind();
    const adding = addTag(page, id, 'Sea');
    expect(page.tagDrafts.readAll()).toMatchObject([{ articleId: id, text: 'Sea' }]);
    expect(await adding).toBe(true);
    expect(items.size).toBe(0);
  });

  it('puts on what a page that closed had not written, and forgets it', async () => {
    const left = await leftBehind();
    typeAndClose(left);
    await recoverTags(left.page);
    expect(await readTags(left.store, 10)).toMatchObject([{ label: 'Sea', count: 1 }]);
    expect(left.items.size).toBe(0);
  });

  it('leaves a tag off that was taken off since', async () => {
    const left = await leftBehind();
    const { store, id, page, items } = left;
    typeAndClose(left);
    store.wait();
    await addTag(store, id, 'sea');
    await removeTag(store, id, 'sea');
    await recoverTags(page);
    expect(await readTags(store, 10)).toEqual([]);
    expect(items.size).toBe(0);
  });

  it('hangs nothing on an article that was erased', async () => {
    const { store, page, items } = await leftBehind();
    page.tagDrafts.put({ articleId: 'gone' as ArticleId, tagKey: 'sea', text: 'Sea', updatedAt: store.now() });
    await recoverTags(page);
    expect([await store.db.taggings.count(), items.size]).toEqual([0, 0]);
  });
});

describe('removeTag', () => {
  it('takes a tag off in any spelling, and keeps the row', async () => {
    const store = aStore();
    const id = await anArticle(store, 'a');
    await addTag(store, id, 'Deep Sea');
    const removedAt = store.wait();
    await removeTag(store, id, '#deep  sea');
    expect(await readTags(store, 10)).toEqual([]);
    const [row] = await store.db.taggings.toArray();
    expect(row).toMatchObject({ label: 'Deep Sea', removedAt });
    expect(row).not.toHaveProperty('shownKey');
  });

  it('leaves the tag on other articles, and articles without it alone', async () => {
    const store = aStore();
    const [one, other] = [await anArticle(store, 'a'), await anArticle(store, 'b')];
    await addTag(store, one, 'sea');
    await removeTag(store, other, 'sea');
    expect(await readTagged(store, 'sea')).toEqual([one]);
    expect(await store.db.taggings.count()).toBe(1);
  });
});

describe('reading tags', () => {
  async function someTags() {
    const store = aStore();
    const ids = [await anArticle(store, 'a'), await anArticle(store, 'b'), await anArticle(store, 'c')];
    const [one, two, three] = ids;
    if (!one || !two || !three) throw new Error('Three articles were made.');
    for (const [id, label] of [
      [one, 'sea'],
      [two, 'Sea'],
      [three, 'Season'],
      [three, 'fibre'],
      [one, 'fibre'],
      [two, 'fibre'],
    ] as const) {
      store.wait();
      await addTag(store, id, label);
    }
    return { store, one, two, three };
  }

  it('gives the most used first, and no more than asked for', async () => {
    const { store } = await someTags();
    expect(await readTags(store, 2)).toEqual([
      { tagKey: 'fibre', label: 'fibre', count: 3 },
      { tagKey: 'sea', label: 'sea', count: 2 },
    ]);
  });

  it('completes what was typed, in any case, with or without a number sign', async () => {
    const { store } = await someTags();
    expect(await findTags(store, '#SE', 9)).toEqual(['sea', 'Season']);
    expect(await findTags(store, 'seas', 9)).toEqual(['Season']);
    expect(await findTags(store, 's', 1)).toEqual(['sea']);
    expect(await findTags(store, 'x', 9)).toEqual([]);
  });

  it('gives the articles of a tag, last tagged first, and none of a longer tag', async () => {
    const { store, one, two } = await someTags();
    expect(await readTagged(store, 'sea')).toEqual([two, one]);
  });

  it('leaves out articles in the trash, until they are back', async () => {
    const { store, one, two, three } = await someTags();
    await changeReadings(store, [two, three], () => ({ trashedAt: store.now() }));
    expect(await readTags(store, 9)).toMatchObject([
      { tagKey: 'fibre', count: 1 },
      { tagKey: 'sea', count: 1 },
    ]);
    expect(await readTagged(store, 'sea')).toEqual([one]);
    expect(await findTags(store, 'seas', 9)).toEqual([]);
    await addTag(store, two, 'later');
    expect(await findTags(store, 'later', 9)).toEqual([]);
    await changeReadings(store, [two, three], () => ({ trashedAt: undefined }));
    expect(await readTagged(store, 'sea')).toEqual([two, one]);
    expect(await findTags(store, 'later', 9)).toEqual(['later']);
  });
});
