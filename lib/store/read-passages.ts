import type { Table } from 'dexie';
import type { ArticleId } from '../article/ids.ts';
import { tagsIn } from '../article/note-text.ts';
import type { Passage } from '../article/passage.ts';
import { foldText } from '../search/fold-text.ts';
import type { Store } from './database.ts';
import { rowsOf } from './rows-of.ts';

/** Marks and notes on articles outside the trash, latest first, at most `limit` of each. */
export function readPassages({ db }: Store, limit: number): Promise<readonly Passage[]> {
  const tables = [db.highlights, db.notes, db.articles, db.listEntries, db.taggings];
  return db.transaction('r', tables, async () => {
    const [marks, notes] = await Promise.all([latest(db.highlights, limit), latest(db.notes, limit)]);
    const ids = [...new Set([...marks, ...notes].map(({ articleId }) => articleId))];
    const [articles, entries, taggings] = await Promise.all([
      db.articles.bulkGet(ids),
      rowsOf(db.listEntries, 'articleId', ids),
      rowsOf(db.taggings, 'articleId', ids),
    ]);
    const articleOf = new Map(articles.flatMap((article) => (article ? [[article.id, article]] : [])));
    const lists = Map.groupBy(
      entries.filter(({ removedAt }) => removedAt === undefined),
      ({ articleId }) => articleId,
    );
    const present = taggings.filter(({ removedAt }) => removedAt === undefined);
    const tags = Map.groupBy(present, ({ articleId }) => articleId);
    const labels = new Map(present.map(({ tagKey, label }) => [tagKey, label]));
    const beside = (articleId: ArticleId, note: string) => {
      const typed = tagsIn(note).map((label) => ({ tagKey: foldText(label), label }));
      const all = [...typed, ...(tags.get(articleId) ?? [])];
      return {
        listIds: (lists.get(articleId) ?? []).map(({ listId }) => listId),
        // In the spelling of the library, where it has them.
        tags: [...new Map(all.map(({ tagKey, label }) => [tagKey, labels.get(tagKey) ?? label]))].map(
          ([tagKey, label]) => ({ tagKey, label }),
        ),
      };
    };
    const passages = [
      ...marks.map((mark) => ({
        id: mark.id,
        mark,
        article: articleOf.get(mark.articleId),
        ...beside(mark.articleId, mark.note),
        at: mark.createdAt,
      })),
      ...notes.map((note) => ({
        id: note.articleId,
        note,
        article: articleOf.get(note.articleId),
        ...beside(note.articleId, note.text),
        at: note.updatedAt,
      })),
    ];
    return passages
      .flatMap(({ article, ...rest }) => (article ? [{ ...rest, article }] : []))
      .sort((a, b) => b.at - a.at);
  });
}

/** Backwards, IndexedDB has only a slow cursor; see `readShelf`. */
async function latest<Row, Key, Insert>(table: Table<Row, Key, Insert>, limit: number): Promise<readonly Row[]> {
  const shown = table.orderBy('shownAt');
  return (await shown.count()) > limit ? table.orderBy('shownAt').reverse().limit(limit).toArray() : shown.toArray();
}
