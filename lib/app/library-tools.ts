import type { ArticleId } from '../article/ids.ts';
import type { Colour, List } from '../article/list.ts';
import { withOption } from '../search/complete-query.ts';
import { foldText } from '../search/fold-text.ts';
import type { Progress } from '../store/change-many.ts';
import type { Store } from '../store/database.ts';
import { readTrashed } from '../store/erase-articles.ts';
import { labelOf } from '../store/read-tags.ts';
import { type BulkAct, changeAll } from './bulk.ts';
import { createCompletion } from './complete-query.ts';
import { freeRoom, readFreeableRoom } from './free-room.ts';
import { forgetSearch, saveSearch } from './organise.ts';
import { marksOf } from './read-marks.ts';
import { createRelated } from './related.ts';
import { createSearch } from './search.ts';
import { readStatistics } from './statistics.ts';
import { deleteTag, recolourTag, renameTag } from './tags.ts';
import { eraseForGood } from './trash.ts';
import { beginReview, readAged } from './weekly-review.ts';

/** What the library does now and then: code that its first rows do without. */
export function createLibraryTools(store: Store) {
  const search = createSearch(store);
  return {
    changeAll: (ids: readonly ArticleId[], act: BulkAct, progress: Progress) => changeAll(store, ids, act, progress),
    saveSearch: (name: string, query: string) => saveSearch(store, name, query),
    forgetSearch: (search: List) => forgetSearch(store, search),
    renameTag: (tagKey: string, name: string) => renameTag(store, tagKey, name),
    recolourTag: (tagKey: string, colour: Colour | undefined) => recolourTag(store, tagKey, colour),
    /** The key under which a tag is found, however it is spelled. */
    keyOfTag: (name: string) => foldText(labelOf(name)),
    deleteTag: (tagKey: string) => deleteTag(store, tagKey),
    readTrash: () => readTrashed(store),
    eraseForGood: (ids: readonly ArticleId[], progress: Progress) => eraseForGood(store, ids, progress),
    readFreeableRoom: () => readFreeableRoom(store),
    freeRoom: (progress: Progress) => freeRoom(store, progress),
    completeQuery: createCompletion(store),
    withOption,
    readAged: () => readAged(store),
    beginReview: () => beginReview(store),
    readStatistics: () => readStatistics(store),
    marksOf: (articleId: ArticleId) => marksOf(store, articleId),
    findRelated: createRelated(store),
    /** Every article that a search finds, the newest first. */
    findAll: async (typed: string): Promise<readonly ArticleId[]> =>
      (await search.find(typed, 'newest', Number.MAX_SAFE_INTEGER)).ids,
  };
}

export type LibraryTools = ReturnType<typeof createLibraryTools>;
