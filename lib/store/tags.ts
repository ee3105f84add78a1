import type { ArticleId } from '../article/ids.ts';
import type { Tagging } from '../article/list.ts';
import { foldText } from '../search/fold-text.ts';
import type { Store } from './database.ts';
import { addToIndex, shelvingPart } from './index-writes.ts';
import { labelOf } from './read-tags.ts';
import { draftIdOf, type TypedTag } from './tag-drafts.ts';

/**
 * Puts a tag on an article; says whether it was not there before. A tag that is in use keeps the spelling and the colour it has; one
 * that is on the article already, its date. Blank labels are passed over. The tag is safe when the call returns, where the page
 * has drafts, and in the database when the promise resolves.
 */
export async function addTag(store: Store, articleId: ArticleId, label: string): Promise<boolean> {
  const typed = labelOf(label);
  const tagKey = foldText(typed);
  if (tagKey === '') return false;
  const draft = { articleId, tagKey, text: typed, updatedAt: store.now() };
  store.tagDrafts?.put(draft);
  const isNew = await putTag(store, draft);
  store.tagDrafts?.remove(draftIdOf(draft), draft.updatedAt, typed);
  return isNew;
}

/** Puts on the tags that a page which closed too early had not got into the database, unless they were changed since. */
export async function recoverTags(store: Store): Promise<void> {
  for (const draft of store.tagDrafts?.readAll() ?? []) {
    const kept = await store.db.taggings.get([draft.articleId, draft.tagKey]);
    if (!kept || kept.updatedAt < draft.updatedAt) await putTag(store, draft);
    store.tagDrafts?.remove(draftIdOf(draft), draft.updatedAt, draft.text);
  }
}

function putTag({ db, now }: Store, { articleId, tagKey, text: label }: TypedTag): Promise<boolean> {
  return db.transaction('rw', [db.taggings, db.readings, db.listEntries, db.indexDeltas], async () => {
    const at = now();
    const former = await db.taggings.get([articleId, tagKey]);
    if (former && former.removedAt === undefined) return false;
    const inUse = await db.taggings.where('shownKey').equals(tagKey).first();
    const reading = await db.readings.get(articleId);
    // Erased since, in the trash of another window or before an undo: nothing may hang on it.
    if (!reading) return false;
    const isTrashed = reading.trashedAt !== undefined;
    const tagging: Tagging = { articleId, tagKey, ...looksOf(inUse ?? { label }), addedAt: at, updatedAt: at };
    await db.taggings.put(isTrashed ? tagging : { ...tagging, shownKey: tagKey });
    await addToIndex(db, [await shelvingPart(db, articleId)]);
    return true;
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
