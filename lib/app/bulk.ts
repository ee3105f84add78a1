import type { ArticleId } from '../article/ids.ts';
import type { List } from '../article/list.ts';
import type { Reading } from '../article/reading.ts';
import { rankBetween } from '../library/rank.ts';
import { foldText } from '../search/fold-text.ts';
import { changeMany, type Progress, putManyOnList, tagMany, takeManyOffList, untagMany } from '../store/change-many.ts';
import type { Store } from '../store/database.ts';
import { labelOf } from '../store/read-tags.ts';
import { changeReadings, type ReadingChange, undoReadings } from '../store/readings.ts';
import { type Done, reachOf } from './undo.ts';

/** What can be done to many articles at once. */
export type BulkAct =
  | { readonly kind: 'archive' | 'unarchive' | 'favourite' | 'trash' | 'restore' }
  | { readonly kind: 'list'; readonly list: List }
  /** One tag as typed, or several with commas between them. */
  | { readonly kind: 'tag'; readonly label: string };

type StateAct = Exclude<BulkAct['kind'], 'list' | 'tag'>;

const CHANGES: Readonly<Record<StateAct, (now: number, reading: Reading) => ReadingChange>> = {
  archive: (now, reading) => ({ archivedAt: reading.archivedAt ?? now }),
  unarchive: () => ({ archivedAt: undefined }),
  favourite: (now, reading) => ({ favouriteAt: reading.favouriteAt ?? now }),
  trash: (now, reading) => ({ trashedAt: reading.trashedAt ?? now }),
  restore: () => ({ trashedAt: undefined }),
};

const WORDS: Readonly<Record<StateAct, string>> = {
  archive: 'archived',
  unarchive: 'moved to Inbox',
  favourite: 'marked as favourite',
  trash: 'moved to Trash',
  restore: 'restored',
};

/**
 * Does one thing to many articles, in one transaction: all of them, or none if it is stopped. `undefined` stands for
 * stopped. One undo takes the whole of it back.
 */
export async function changeAll(
  store: Store,
  ids: readonly ArticleId[],
  act: BulkAct,
  progress: Progress = {},
): Promise<Done | undefined> {
  if (act.kind === 'list') return putAllOnList(store, ids, act.list, progress);
  if (act.kind === 'tag') return tagAll(store, ids, act.label, progress);
  const changeOf = CHANGES[act.kind];
  const at = store.now();
  const done = await changeMany(store, ids, progress, (some) =>
    changeReadings(store, some, (reading) => changeOf(at, reading)),
  );
  if (!done) return undefined;
  const changes = done.flat();
  const changed = changes.map(({ articleId }) => articleId);
  return {
    label: counted(changes.length, WORDS[act.kind]),
    undo: () =>
      undone(
        changeMany(store, changed, {}, (some) => {
          const wanted = new Set(some);
          return undoReadings(
            store,
            changes.filter(({ articleId }) => wanted.has(articleId)),
          );
        }),
      ),
    reach: reachOf(store, changed),
  };
}

async function putAllOnList(
  store: Store,
  ids: readonly ArticleId[],
  list: List,
  progress: Progress,
): Promise<Done | undefined> {
  const done = await changeMany(store, ids, progress, (some) =>
    putManyOnList(store, list.id, some, (last) => rankBetween(last, undefined)),
  );
  if (!done) return undefined;
  const added = done.flat();
  return {
    label: counted(added.length, `added to ${list.name}`),
    undo: () => undone(changeMany(store, added, {}, (some) => takeManyOffList(store, list.id, some))),
    reach: reachOf(store, added),
  };
}

async function tagAll(
  store: Store,
  ids: readonly ArticleId[],
  typed: string,
  progress: Progress,
): Promise<Done | undefined> {
  const labels = typed
    .split(/[,，、]/)
    .map(labelOf)
    .filter((label) => label !== '');
  if (labels.length === 0) return undefined;
  const done = await changeMany(store, ids, progress, async (some) => {
    const added: (readonly ArticleId[])[] = [];
    for (const label of labels) added.push(await tagMany(store, some, label));
    return added;
  });
  if (!done) return undefined;
  const addedOf = labels.map((label, i) => ({
    tagKey: foldText(label),
    added: new Set(done.flatMap((chunk) => chunk[i] ?? [])),
  }));
  const changed = [...new Set(addedOf.flatMap(({ added }) => [...added]))];
  return {
    label: counted(changed.length, `tagged ${labels.join(', ')}`),
    undo: () =>
      undone(
        changeMany(store, changed, {}, async (some) => {
          for (const { tagKey, added } of addedOf)
            await untagMany(
              store,
              some.filter((id) => added.has(id)),
              tagKey,
            );
        }),
      ),
    reach: reachOf(store, changed),
  };
}

const undone = async (change: Promise<unknown>): Promise<void> => {
  await change;
};

const counted = (count: number, what: string): string =>
  count === 1 ? `Article ${what}` : `${count.toLocaleString('en')} articles ${what}`;
