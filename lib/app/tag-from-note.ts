import type { ArticleId } from '../article/ids.ts';
import { tagsIn } from '../article/note-text.ts';
import { foldText } from '../search/fold-text.ts';
import type { Store } from '../store/database.ts';
import { tagArticle, untagArticle } from './organise.ts';
import { type Done, reachOf } from './undo.ts';

/**
 * Puts the `#tags` of a note that has been written on its article: they are tags of the library. Once it is written and not
 * at each letter, which would make a tag of each beginning. `undefined` if the article has them all.
 */
export async function tagFromNote(store: Store, articleId: ArticleId, note: string): Promise<Done | undefined> {
  const kept = await store.db.taggings.where({ articleId }).toArray();
  const has = new Set(kept.flatMap(({ tagKey, removedAt }) => (removedAt === undefined ? [tagKey] : [])));
  const labels = tagsIn(note).filter((label) => !has.has(foldText(label)));
  if (labels.length === 0) return undefined;
  for (const label of labels) await tagArticle(store, articleId, label);
  return {
    label: `Tagged ${labels.map((label) => `#${label}`).join(', ')}`,
    undo: async () => {
      for (const label of labels) await untagArticle(store, articleId, label);
    },
    reach: reachOf(store, [articleId]),
  };
}
