import type { ArticleId } from '../article/ids.ts';
import { tagsIn } from '../article/note-text.ts';
import type { Store } from '../store/database.ts';
import { addTag } from '../store/tags.ts';
import { untagArticle } from './organise.ts';
import { type Done, reachOf } from './undo.ts';

/**
 * Puts the `#tags` of a note that has been written on its article: they are tags of the library. Once it is written and not
 * at each letter, which would make a tag of each beginning. `undefined` if the article has them all.
 */
export async function tagFromNote(store: Store, articleId: ArticleId, note: string): Promise<Done | undefined> {
  // All in this turn: a popup may be gone in the next.
  const written = tagsIn(note).map(async (label) => ((await addTag(store, articleId, label)) ? [label] : []));
  const labels = (await Promise.all(written)).flat();
  if (labels.length === 0) return undefined;
  return {
    label: `Tagged ${labels.map((label) => `#${label}`).join(', ')}`,
    undo: async () => {
      for (const label of labels) await untagArticle(store, articleId, label);
    },
    reach: reachOf(store, [articleId]),
  };
}
