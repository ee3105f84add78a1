/** The neighbour of the present item, `step` places on, held at the ends; the first or last if there is no present one. */
export function stepTo<Id>(ids: readonly Id[], present: Id | undefined, step: 1 | -1): Id | undefined {
  const index = present === undefined ? -1 : ids.indexOf(present);
  if (index === -1) return step === 1 ? ids[0] : ids.at(-1);
  return ids[Math.min(Math.max(index + step, 0), ids.length - 1)];
}

/** Which item takes over when `lost` left the list: the one in its place, or the new last. `undefined` if none is left. */
export function heirOf<Id>(former: readonly Id[], ids: readonly Id[], lost: Id): Id | undefined {
  return ids[Math.min(Math.max(former.indexOf(lost), 0), ids.length - 1)];
}

/** A move within an order by hand: before which item, where `undefined` is the end. */
export interface Move<Id> {
  readonly beforeId: Id | undefined;
}

/** Moves an item one place up or down; `undefined` at the ends. */
export function moveByStep<Id>(ids: readonly Id[], id: Id, step: 1 | -1): Move<Id> | undefined {
  const index = ids.indexOf(id);
  const target = index + step;
  if (index === -1 || target < 0 || target >= ids.length) return undefined;
  return { beforeId: ids[step === 1 ? target + 1 : target] };
}

/** Moves an item to the gap before position `gap`; `undefined` if it lies on either side of that gap already. */
export function moveToGap<Id>(ids: readonly Id[], id: Id, gap: number): Move<Id> | undefined {
  const index = ids.indexOf(id);
  return gap === index || gap === index + 1 ? undefined : { beforeId: ids[gap] };
}
