import type { List } from '../article/list.ts';
import { nestLists } from '../library/nest-lists.ts';
import type { Store } from '../store/database.ts';
import { readLists } from '../store/lists.ts';

/** Lists in the order in which every page shows them: those inside of another right behind it. Keys count along it. */
export const readNestedLists = async (store: Store): Promise<readonly List[]> =>
  nestLists(await readLists(store)).map(({ list }) => list);
