import type { Highlight } from '../article/highlight.ts';
import type { ArticleId } from '../article/ids.ts';
import { linksIn } from '../article/note-text.ts';
import { foldText } from '../search/fold-text.ts';
import type { Store } from '../store/database.ts';
import { type Live, live } from '../store/live.ts';
import { readLatestHighlights, readLinking } from '../store/read-highlights.ts';
import { readShelf } from '../store/read-shelf.ts';

/** Something a note may link to. */
export interface LinkTarget {
  /** `article/` or `mark/`, then the id. */
  readonly target: string;
  /** A title, or the marked words. */
  readonly label: string;
  /** Said beside it: the site, or the article of a mark. */
  readonly from: string;
}

/** A note that links here. */
export interface BackLink {
  /** Where the note stands: `mark/` or `article/`, then the id. */
  readonly source: string;
  readonly title: string;
  readonly note: string;
  /** The words of the mark it links to; absent for a link to the article. */
  readonly to?: string;
}

const MOST_MARKS_SEARCHED = 500;
const MOST_NOTES_SEARCHED = 2000;

/** What notes link to, and which notes link here. */
export function createLinkTargets(store: Store) {
  const { db } = store;
  return {
    /** Articles and marks for what was typed after `[[`; for nothing typed the latest. At most `limit` of each. */
    async find(typed: string, limit: number): Promise<readonly LinkTarget[]> {
      const ids = await findArticles(store, typed, limit);
      const words = foldText(typed).split(/\s+/);
      const marks = (await readLatestHighlights(store, MOST_MARKS_SEARCHED))
        .filter(({ quote, note }) => {
          const text = foldText(`${quote.exact} ${note}`);
          return quote.exact !== '' && words.every((word) => text.includes(word));
        })
        .slice(0, limit);
      const articles = await db.articles.bulkGet([...ids, ...marks.map(({ articleId }) => articleId)]);
      const found = articles
        .slice(0, ids.length)
        .flatMap((article) =>
          article ? [{ target: `article/${article.id}`, label: article.title, from: article.siteName }] : [],
        );
      const marked = marks.map(({ id, quote }, i) => ({
        target: `mark/${id}`,
        label: quote.exact,
        from: articles[ids.length + i]?.title ?? '',
      }));
      return [...found, ...marked];
    },
    /** Notes that link to an article or to a mark on it. Notes on articles are looked through once, those on marks live. */
    backLinks(articleId: ArticleId): Live<readonly BackLink[]> {
      let notes: readonly ArticleId[] = [];
      // Before the query and not within, where Dexie would no longer see what is read.
      const looked = notesLinking(store).then((found) => {
        notes = found;
      });
      return live(() => readBackLinks(store, articleId, notes), looked);
    },
    /** The article of a mark, for an address that names the mark alone. */
    articleOf: async (markId: string): Promise<ArticleId | undefined> =>
      (await db.highlights.get(markId as Highlight['id']))?.articleId,
  };
}

async function findArticles(store: Store, typed: string, limit: number): Promise<readonly ArticleId[]> {
  if (typed.trim() === '') return readShelf(store, 'inbox', limit);
  const { createSearch } = await import('./search.ts');
  return (await createSearch(store).find(typed, 'relevance', limit)).ids;
}

/** Articles whose note links to something. */
async function notesLinking({ db }: Store): Promise<readonly ArticleId[]> {
  const notes = await db.notes.orderBy('shownAt').reverse().limit(MOST_NOTES_SEARCHED).toArray();
  return notes.flatMap(({ articleId, text }) => (linksIn(text).length > 0 ? [articleId] : []));
}

async function readBackLinks(
  store: Store,
  articleId: ArticleId,
  linkingNotes: readonly ArticleId[],
): Promise<readonly BackLink[]> {
  const { db } = store;
  const marks = await db.highlights.where({ articleId }).toArray();
  const wordsOf = new Map(marks.map(({ id, quote }) => [`mark/${id}`, quote.exact]));
  const targets = [`article/${articleId}`, ...wordsOf.keys()];
  const linking = (await readLinking(store, targets)).filter((mark) => mark.shownAt !== undefined);
  const notes = (await db.notes.bulkGet([...linkingNotes])).flatMap((note) =>
    note?.shownAt === undefined
      ? []
      : [{ source: `article/${note.articleId}`, articleId: note.articleId, note: note.text }],
  );
  const sources = [
    ...linking.map((mark) => ({ source: `mark/${mark.id}`, articleId: mark.articleId, note: mark.note })),
    ...notes,
  ];
  const articles = await db.articles.bulkGet(sources.map((source) => source.articleId));
  return sources.flatMap(({ source, note }, i) => {
    const title = articles[i]?.title ?? '';
    const hit = linksIn(note).find(({ target }) => targets.includes(target))?.target;
    if (hit === undefined) return [];
    const to = wordsOf.get(hit);
    return [{ source, title, note, ...(to !== undefined && { to }) }];
  });
}
