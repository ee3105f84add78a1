import { effect } from '@preact/signals';
import { expect, it, vi } from 'vitest';
import { aDraft, aStore, type TestStore } from '../../tests/support/a-store.ts';
import type { ArticleId, ListId } from '../article/ids.ts';
import { keepArticle } from './articles.ts';
import { eraseTrashed } from './erase-articles.ts';
import { putOnList, takeOffList } from './list-entries.ts';
import { readListOrder } from './lists.ts';
import { type Live, live } from './live.ts';
import { readShelf } from './read-shelf.ts';
import { readTagged } from './read-tags.ts';
import { changeReadings } from './readings.ts';
import { addTag, removeTag } from './tags.ts';

const listId = 'list' as ListId;

/** What a live query says, waited for. */
function watched<Value>(answer: Live<Value>) {
  let last: unknown;
  const stop = effect(() => {
    last = answer.value.status === 'ready' ? answer.value.value : answer.value;
  });
  return { says: (wanted: Value) => vi.waitFor(() => expect(last).toEqual(wanted)), stop };
}

async function keep(store: TestStore, name: string): Promise<ArticleId> {
  store.wait();
  return (await keepArticle(store, await aDraft({ url: `https://daily.example/${name}` }))).articleId;
}

it('tells a live query of a whole shelf of all that comes, goes and is erased', async () => {
  const store = aStore();
  const one = await keep(store, 'one');
  const inbox = watched(live(() => readShelf(store, 'inbox', 10_000)));
  const trash = watched(live(() => readShelf(store, 'trash', 10_000)));
  await inbox.says([one]);
  const two = await keep(store, 'two');
  await inbox.says([two, one]);
  await trash.says([]);
  await changeReadings(store, [one], () => ({ trashedAt: store.now() }));
  await Promise.all([inbox.says([two]), trash.says([one])]);
  await eraseTrashed(store, [one]);
  await trash.says([]);
  for (const { stop } of [inbox, trash]) stop();
});

it('tells one of a list or a tag in their order', async () => {
  const store = aStore();
  const [one, two] = [await keep(store, 'one'), await keep(store, 'two')];
  const onList = watched(live(() => readListOrder(store, listId)));
  const tagged = watched(live(() => readTagged(store, 'sea')));
  await Promise.all([onList.says([]), tagged.says([])]);
  await putOnList(store, listId, one, () => 'm');
  await putOnList(store, listId, two, () => 'b');
  await addTag(store, one, 'Sea');
  store.wait();
  await addTag(store, two, 'sea');
  await Promise.all([onList.says([two, one]), tagged.says([two, one])]);
  await takeOffList(store, listId, two);
  await removeTag(store, one, 'sea');
  await Promise.all([onList.says([one]), tagged.says([two])]);
  for (const { stop } of [onList, tagged]) stop();
});
