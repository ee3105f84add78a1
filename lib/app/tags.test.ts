import { describe, expect, it } from 'vitest';
import { aDraft, aStore } from '../../tests/support/a-store.ts';
import { keepArticles } from '../store/articles.ts';
import { readTags } from '../store/read-tags.ts';
import { createActions } from './actions.ts';
import { createSearch } from './search.ts';
import { deleteTag, recolourTag, renameTag } from './tags.ts';

/** Three articles: the first and the second on energy, the second and the third on power, the first in the trash. */
async function aTaggedStore() {
  const store = aStore();
  const drafts = await Promise.all([1, 2, 3].map((i) => aDraft({ url: `https://daily.example/${i}` })));
  const [one, two, three] = (await keepArticles(store, drafts)).map(({ articleId }) => articleId);
  if (!one || !two || !three) throw new Error('Three were kept.');
  const actions = createActions(store);
  for (const [id, label] of [
    [one, 'Energy'],
    [two, 'Energy'],
    [two, 'Power'],
    [three, 'Power'],
  ] as const) {
    store.wait();
    await actions.tag(id, label);
  }
  await actions.trash([one]);
  const state = async () => ({
    tags: await readTags(store, 9),
    rows: await store.db.taggings
      .where('articleId')
      .notEqual('')
      .filter((row) => row.removedAt === undefined)
      .toArray(),
    found: [
      (await createSearch(store).find('tag:energy', 'newest', 9)).ids,
      (await createSearch(store).find('tag:power', 'newest', 9)).ids,
    ],
  });
  return { store, actions, one, two, three, state };
}

describe('a tag', () => {
  it('is merged into the one whose name it gets, also on articles in the trash, and parted again by undo', async () => {
    const { store, actions, one, two, three, state } = await aTaggedStore();
    const before = await state();
    const done = await renameTag(store, 'energy', 'power');
    expect(await readTags(store, 9)).toEqual([{ tagKey: 'power', label: 'Power', count: 2 }]);
    expect((await createSearch(store).find('tag:power', 'newest', 9)).ids.toSorted()).toEqual([two, three].toSorted());
    await actions.restore([one]);
    expect(await readTags(store, 9)).toEqual([{ tagKey: 'power', label: 'Power', count: 3 }]);
    await actions.trash([one]);
    await done?.undo();
    const after = await state();
    expect(after).toEqual(before);
  });

  it('has one colour wherever it stands, also where it is put later, and gives it back by undo', async () => {
    const { store, actions, one, two, three, state } = await aTaggedStore();
    const before = await state();
    const done = await recolourTag(store, 'energy', 'rose');
    expect(done?.label).toBe('Tag Energy is rose now');
    expect(await recolourTag(store, 'energy', 'rose')).toBeUndefined();
    expect(await readTags(store, 9)).toContainEqual({ tagKey: 'energy', label: 'Energy', colour: 'rose', count: 1 });
    await done?.undo();
    expect(await state()).toEqual(before);
    await recolourTag(store, 'energy', 'blue');
    await actions.tag(three, 'energy');
    await actions.untag(two, 'energy');
    await actions.restore([one]);
    const colours = async () =>
      (await state()).rows
        .filter(({ tagKey }) => tagKey === 'energy')
        .map(({ articleId, colour }) => [articleId, colour]);
    expect((await colours()).toSorted()).toEqual(
      [
        [one, 'blue'],
        [three, 'blue'],
      ].toSorted(),
    );
    await renameTag(store, 'energy', 'Current');
    expect(await readTags(store, 9)).toContainEqual({ tagKey: 'current', label: 'Current', colour: 'blue', count: 2 });
    await recolourTag(store, 'current', undefined);
    expect(await readTags(store, 9)).toContainEqual({ tagKey: 'current', label: 'Current', count: 2 });
  });

  it('is spelled anew everywhere, deleted everywhere, and comes back', async () => {
    const { store, state } = await aTaggedStore();
    const before = await state();
    const respelled = await renameTag(store, 'energy', '#ENERGY');
    expect((await readTags(store, 9)).map(({ label }) => label)).toContain('ENERGY');
    await respelled?.undo();
    expect(await state()).toEqual(before);
    const deleted = await deleteTag(store, 'power');
    expect((await readTags(store, 9)).map(({ label }) => label)).toEqual(['Energy']);
    await deleted?.undo();
    expect(await state()).toEqual(before);
    expect(await renameTag(store, 'energy', ' # ')).toBeUndefined();
  });
});
