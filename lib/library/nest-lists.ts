import type { List } from '../article/list.ts';

/** A list at its place in the sidebar. */
export interface NestedList<One> {
  readonly list: One;
  /** Whether it stands inside of the last one that is not. */
  readonly isInner: boolean;
}

type Nestable = Pick<List, 'id' | 'parentId'>;

/** Lists in the order given, those that stand inside of another right behind it. One whose outer list is gone stands by itself. */
export function nestLists<One extends Nestable>(lists: readonly One[]): readonly NestedList<One>[] {
  const outer = outerOf(lists);
  const isOuter = new Set(outer);
  const inside = Map.groupBy(
    lists.filter((one) => !isOuter.has(one)),
    ({ parentId }) => parentId,
  );
  return outer.flatMap((list) => [
    { list, isInner: false },
    ...(inside.get(list.id) ?? []).map((one) => ({ list: one, isInner: true })),
  ]);
}

/** Lists that stand by themselves. */
function outerOf<One extends Nestable>(lists: readonly One[]): readonly One[] {
  const byId = new Map(lists.map((list) => [list.id, list]));
  // One level: what would stand inside of an inner list stands by itself.
  return lists.filter(({ parentId }) => {
    const parent = parentId === undefined ? undefined : byId.get(parentId);
    return parent === undefined || (parent.parentId !== undefined && byId.has(parent.parentId));
  });
}

const isInside = (one: Nestable, outer: Nestable): boolean => one.parentId === outer.id;

/** The lists that one may be put inside of: none for a list that holds others. */
export function possibleParents<One extends Nestable>(lists: readonly One[], list: One): readonly One[] {
  if (lists.some((one) => isInside(one, list))) return [];
  return outerOf(lists).filter(({ id }) => id !== list.id);
}

/** The lists among which one is ordered by hand. */
export function siblingsOf<One extends Nestable>(lists: readonly One[], list: One): readonly One[] {
  const nested = nestLists(lists);
  const isInner = nested.find((one) => one.list.id === list.id)?.isInner === true;
  return isInner ? lists.filter(({ parentId }) => parentId === list.parentId) : outerOf(lists);
}
