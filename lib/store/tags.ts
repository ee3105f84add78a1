import type { ArticleId } from '../article/ids.ts';
import type { Tagging } from '../article/list.ts';
import { foldText } from '../search/fold-text.ts';
import type { Store } from './database.ts';
import { addToIndex, shelvingPart } from './index-writes.ts';
import { labelOf } from './read-tags.ts';

/**
 * Puts a tag on an article. A tag that is in use keeps the spelling and the colour it has; one that is on the article already, its
 * date. Blank labels are passed over.
 */
export async function addTag({ db, now }: Store, articleId: ArticleId, label: string): Promise<void> {
  const typed = labelOf(label);
  const tagKey = foldText(typed);
  if (tagKey === '') return;
  await db.transaction('rw', [db.taggings, db.readings, db.listEntries, db.indexDeltas], async () => {
    const at = now();
    const former = await db.taggings.get([articleId, tagKey]);
    if (former && former.removedAt === undefined) return;
    const inUse = await db.taggings.where('shownKey').equals(tagKey).first();
    const reading = await db.readings.get(articleId);
    // Erased since, in the trash of another window or before an undo: nothing may hang on it.
    if (!reading) return;
    const isTrashed = reading.trashedAt !== undefined;
    const tagging: Tagging = { articleId, tagKey, ...looksOf(inUse ?? { label: typed }), addedAt: at, updatedAt: at };
    await db.taggings.put(isTrashed ? tagging : { ...tagging, shownKey: tagKey });
    await addToIndex(db, [await shelvingPart(db, articleId)]);
  });
}

/** What all that carry a tag have in common. */
export const looksOf = ({ label, colour }: Pick<Tagging, 'label' | 'colour'>): Pick<Tagging, 'label' | 'colour'> => ({
  label,
  ...(colour && { colour }),
});

/**
 * Takes a tag off an article, named in any spelling; the row stays, marked. Gives the label it had, for undo;
 * `undefined` if it was not on the article.
 */
export function removeTag({ db, now }: Store, articleId: ArticleId, label: string): Promise<string | undefined> {
  return db.transaction('rw', db.taggings, db.listEntries, db.indexDeltas, async () => {
    const former = await db.taggings.get([articleId, foldText(labelOf(label))]);
    if (!former || former.removedAt !== undefined) return undefined;
    const at = now();
    const { shownKey: _, ...tagging } = former;
    await db.taggings.put({ ...tagging, removedAt: at, updatedAt: at });
    await addToIndex(db, [await shelvingPart(db, articleId)]);
    return former.label;
  });
}
