import { createList } from '../../lib/app/organise.ts';
import type { List } from '../../lib/article/list.ts';
import { readLists } from '../../lib/store/lists.ts';
import type { TestStore } from './a-store.ts';

/** A new list, as the reader makes one. */
export async function listNamed(store: TestStore, name: string): Promise<List> {
  await createList(store, name);
  const list = (await readLists(store)).find((one) => one.name === name);
  if (!list) throw new Error(`There is no list ${name}.`);
  return list;
}
