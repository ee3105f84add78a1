import type { ArticleId } from '../article/ids.ts';
import type { Colour, Tagging } from '../article/list.ts';
import { foldText } from '../search/fold-text.ts';
import { changeMany, putTaggings, readAllTagged, tagMany, untagMany } from '../store/change-many.ts';
import type { Store } from '../store/database.ts';
import { labelOf } from '../store/read-tags.ts';
import { looksOf } from '../store/tags.ts';
import { type Done, reachOf } from './undo.ts';

/** Gives a tag another name, wherever it stands. A name that is another tag's makes one of both. */
export async function renameTag(store: Store, tagKey: string, name: string): Promise<Done | undefined> {
  const label = labelOf(name);
  const nextKey = foldText(label);
  const formers = await readAllTagged(store, tagKey);
  if (nextKey === '' || formers.length === 0) return undefined;
  if (nextKey === tagKey) {
    return change(store, formers, `Tag renamed to ${label}`, (former) => looksOf({ ...former, label }));
  }
  const ids = idsOf(formers);
  const merged = await changeMany(store, ids, {}, async (some) => {
    const added = await tagMany(store, some, label, formers[0]?.colour);
    await untagMany(store, some, tagKey);
    return added;
  });
  const added = new Set(merged?.flat());
  return {
    label: `Tag renamed to ${label}`,
    undo: async () => {
      await changeMany(store, ids, {}, async (some) => {
        await untagMany(
          store,
          some.filter((id) => added.has(id)),
          nextKey,
        );
        await putTaggings(store, among(formers, some));
      });
    },
    reach: reachOf(store, ids),
  };
}

/** Takes a tag off every article. */
export async function deleteTag(store: Store, tagKey: string): Promise<Done | undefined> {
  const formers = await readAllTagged(store, tagKey);
  const [first] = formers;
  if (!first) return undefined;
  const ids = idsOf(formers);
  await changeMany(store, ids, {}, (some) => untagMany(store, some, tagKey));
  return {
    label: `Tag ${first.label} deleted, its articles kept`,
    undo: async () => {
      await changeMany(store, ids, {}, (some) => putTaggings(store, among(formers, some)));
    },
    reach: reachOf(store, ids),
  };
}

/** Gives a tag a colour, or with none takes it away, wherever it stands. */
export async function recolourTag(store: Store, tagKey: string, colour: Colour | undefined): Promise<Done | undefined> {
  const formers = await readAllTagged(store, tagKey);
  const [first] = formers;
  if (!first || first.colour === colour) return undefined;
  return change(store, formers, `Tag ${first.label} ${colour ? `is ${colour}` : 'has no colour'} now`, ({ label }) =>
    looksOf({ label, ...(colour && { colour }) }),
  );
}

/** Changes how a tag looks on all that carry it. */
async function change(
  store: Store,
  formers: readonly Tagging[],
  label: string,
  nextOf: (former: Tagging) => ReturnType<typeof looksOf>,
): Promise<Done> {
  const ids = idsOf(formers);
  const at = store.now();
  await changeMany(store, ids, {}, (some) =>
    putTaggings(
      store,
      among(formers, some).map((former) => {
        const { colour: _, ...row } = former;
        return { ...row, ...nextOf(former), updatedAt: at };
      }),
    ),
  );
  return {
    label,
    undo: async () => {
      await changeMany(store, ids, {}, (some) => putTaggings(store, among(formers, some)));
    },
    reach: reachOf(store, ids),
  };
}

const idsOf = (rows: readonly Tagging[]): readonly ArticleId[] => rows.map(({ articleId }) => articleId);

function among(rows: readonly Tagging[], ids: readonly ArticleId[]): readonly Tagging[] {
  const wanted = new Set(ids);
  return rows.filter(({ articleId }) => wanted.has(articleId));
}
