import type { UntrustedHtml } from '../article/html.ts';
import type { ArticleId } from '../article/ids.ts';
import type { Store } from './database.ts';
import { rowsOf } from './rows-of.ts';

/** What a snippet can be taken from. */
export interface FoundTexts {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly language: string | undefined;
  readonly html: UntrustedHtml | undefined;
  readonly note: string | undefined;
  /** Marked words and the notes beside them. */
  readonly marks: readonly string[];
}

/** The texts of some articles, each in one read for all. Meant for the rows on screen: bodies are large. */
export function readFoundTexts({ db }: Store, ids: readonly ArticleId[]): Promise<readonly FoundTexts[]> {
  return db.transaction('r', db.articles, db.versions, db.bodies, db.notes, db.highlights, async () => {
    const [articles, notes, highlights] = await Promise.all([
      db.articles.bulkGet([...ids]),
      db.notes.bulkGet([...ids]),
      rowsOf(db.highlights, 'articleId', ids),
    ]);
    const marksOf = Map.groupBy(
      highlights.filter(({ deletedAt }) => deletedAt === undefined),
      ({ articleId }) => articleId,
    );
    const versions = await db.versions.bulkGet(articles.map((article) => article?.versionId ?? ('' as never)));
    const bodies = await db.bodies.bulkGet(versions.map((version) => version?.bodyHash ?? ('' as never)));
    return ids.flatMap((articleId, i): FoundTexts[] => {
      const article = articles[i];
      if (!article) return [];
      const marks = marksOf.get(articleId) ?? [];
      return [
        {
          articleId,
          title: article.title,
          language: article.language,
          html: bodies[i]?.html,
          note: notes[i]?.text,
          marks: marks.flatMap(({ quote, note }) => [note, quote.exact]).filter((words) => words !== ''),
        },
      ];
    });
  });
}
