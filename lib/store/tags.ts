import { Dexie } from 'dexie';
import type { ArticleId } from '../article/ids.ts';
import type { Tagging } from '../article/list.ts';
import { foldText } from '../search/words.ts';
import type { Store } from './database.ts';

export interface TagCount {
  readonly tagKey: string;
  readonly label: string;
  readonly count: number;
}

/**
 * Puts a tag on an article. A tag that is in use keeps the spelling it has; one that is on the article already, its
 * date. Blank labels are passed over.
 */
export async function addTag({ db, now }: Store, articleId: ArticleId, label: string): Promise<void> {
  const typed = labelOf(label);
  const tagKey = foldText(typed);
  if (tagKey === '') return;
  await db.transaction('rw', db.taggings, db.readings, async () => {
    const at = now();
    const former = await db.taggings.get([articleId, tagKey]);
    if (former && former.removedAt === undefined) return;
    const inUse = await db.taggings.where('shownKey').equals(tagKey).first();
    const isTrashed = (await db.readings.get(articleId))?.trashedAt !== undefined;
    const tagging: Tagging = { articleId, tagKey, label: inUse?.label ?? typed, addedAt: at, updatedAt: at };
    await db.taggings.put(isTrashed ? tagging : { ...tagging, shownKey: tagKey });
  });
}

/**
 * Takes a tag off an article, named in any spelling; the row stays, marked. Gives the label it had, for undo;
 * `undefined` if it was not on the article.
 */
export function removeTag({ db, now }: Store, articleId: ArticleId, label: string): Promise<string | undefined> {
  return db.transaction('rw', db.taggings, async () => {
    const former = await db.taggings.get([articleId, foldText(labelOf(label))]);
    if (!former || former.removedAt !== undefined) return undefined;
    const at = now();
    const { shownKey: _, ...tagging } = former;
    await db.taggings.put({ ...tagging, removedAt: at, updatedAt: at });
    return former.label;
  });
}

/** Tags in use with the number of articles, most used first, at most `limit`. */
export async function readTags({ db }: Store, limit: number): Promise<readonly TagCount[]> {
  const keys = (await db.taggings.orderBy('shownKey').uniqueKeys()) as string[];
  const counts = await Promise.all(keys.map((tagKey) => db.taggings.where('shownKey').equals(tagKey).count()));
  const top = keys
    .map((tagKey, i) => ({ tagKey, count: counts[i] ?? 0 }))
    .sort((a, b) => b.count - a.count || (a.tagKey < b.tagKey ? -1 : 1))
    .slice(0, limit);
  const firsts = await Promise.all(top.map(({ tagKey }) => db.taggings.where('shownKey').equals(tagKey).first()));
  return top.map(({ tagKey, count }, i) => ({ tagKey, count, label: firsts[i]?.label ?? tagKey }));
}

/** Labels of tags in use that begin with what was typed, for completion. */
export async function findTags({ db }: Store, typed: string, limit: number): Promise<readonly string[]> {
  const range = db.taggings.where('shownKey').startsWith(foldText(labelOf(typed)));
  const keys = (await range.uniqueKeys()) as string[];
  const firsts = await Promise.all(
    keys.slice(0, limit).map((tagKey) => db.taggings.where('shownKey').equals(tagKey).first()),
  );
  return firsts.flatMap((tagging) => (tagging ? [tagging.label] : []));
}

/** Articles with a tag, last tagged first. */
export async function readTagged({ db }: Store, tagKey: string): Promise<readonly ArticleId[]> {
  const range = db.taggings.where('[shownKey+addedAt]').between([tagKey, Dexie.minKey], [tagKey, Dexie.maxKey]);
  // Turned round here: backwards, IndexedDB has only a slow cursor; see `readShelf`.
  return (await range.primaryKeys()).toReversed().map(([articleId]) => articleId);
}

/** What was typed, without the sign that some write before a tag, and with single spaces. */
function labelOf(typed: string): string {
  return typed
    .replace(/^[\s#]+/, '')
    .trimEnd()
    .replace(/\s+/g, ' ');
}
