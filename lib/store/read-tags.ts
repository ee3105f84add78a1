import { Dexie } from 'dexie';
import type { ArticleId } from '../article/ids.ts';
import type { Colour } from '../article/list.ts';
import { foldText } from '../search/fold-text.ts';
import { countRanges } from './count-ranges.ts';
import type { Store } from './database.ts';
import { readKeys } from './read-keys.ts';

export interface TagCount {
  readonly tagKey: string;
  readonly label: string;
  readonly colour?: Colour;
  readonly count: number;
}

/** Tags in use with the number of articles, most used first, at most `limit`. */
export function readTags({ db }: Store, limit: number): Promise<readonly TagCount[]> {
  return db.transaction('r', db.taggings, async (transaction) => {
    const keys = (await db.taggings.orderBy('shownKey').uniqueKeys()) as string[];
    const ranges = keys.map((tagKey) => [tagKey, IDBKeyRange.only(tagKey)] as const);
    const counts = await countRanges(transaction, 'taggings', 'shownKey', ranges);
    // Those with the same count stay in the order of their keys.
    const top = [...counts].sort(([, a], [, b]) => b - a).slice(0, limit);
    const firsts = await Promise.all(top.map(([tagKey]) => db.taggings.where('shownKey').equals(tagKey).first()));
    return top.map(([tagKey, count], i) => {
      const { label = tagKey, colour } = firsts[i] ?? {};
      return { tagKey, count, label, ...(colour && { colour }) };
    });
  });
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
  const keys = await readKeys(db.taggings, '[shownKey+addedAt]', [
    [tagKey, Dexie.minKey],
    [tagKey, Dexie.maxKey],
  ]);
  // Turned round here: backwards, IndexedDB has only a slow cursor; see `readShelf`.
  return keys.toReversed().map(([articleId]) => articleId);
}

/** What was typed, without the sign that some write before a tag, and with single spaces. */
export function labelOf(typed: string): string {
  return typed
    .replace(/^[\s#]+/, '')
    .trimEnd()
    .replace(/\s+/g, ' ');
}
