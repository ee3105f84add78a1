import type { Article } from '../article/article.ts';
import type { Highlight } from '../article/highlight.ts';
import type { UntrustedHtml } from '../article/html.ts';
import type { ArticleId } from '../article/ids.ts';
import type { ListEntry, Tagging } from '../article/list.ts';
import { hostOf } from '../article/normalise-url.ts';
import { tagsIn } from '../article/note-text.ts';
import type { Reading } from '../article/reading.ts';
import { foldText } from '../search/fold-text.ts';
import { textOfHtml } from '../search/html-text.ts';
import { FIELD, keyTerm, MARK_TERM, PART, packPart } from '../search/index-part.ts';
import { languageNumber } from '../search/language-numbers.ts';
import { dayOf } from '../search/parse-dates.ts';
import { CONTENT, STATE } from '../search/snapshot.ts';
import type { LecternDatabase } from './database.ts';
import type { IndexedPart, IndexedState } from './index-tables.ts';
import { rowsOf } from './rows-of.ts';

/**
 * Puts parts of articles, and their states, into the index. Call it inside the transaction of the write that changed them,
 * with `indexDeltas` in its scope: the index is then neither behind nor ahead.
 */
export async function addToIndex(
  db: LecternDatabase,
  parts: readonly IndexedPart[],
  states: readonly IndexedState[] = [],
): Promise<void> {
  if (parts.length === 0 && states.length === 0) return;
  await db.indexDeltas.add({ parts, states });
}

/** By database, what this page wrote last of a part that changes at every keystroke: the next entry takes its place. */
const typed = new WeakMap<LecternDatabase, Map<string, number>>();

/**
 * As `addToIndex`, for what is being typed: one entry for all keystrokes and not one for each. Gives what to call once the
 * transaction is over, for its entry has no certain number before.
 */
export async function addTypedToIndex(db: LecternDatabase, part: IndexedPart): Promise<() => void> {
  const mine = typed.get(db) ?? new Map<string, number>();
  typed.set(db, mine);
  const key = `${part.part} ${part.articleId}`;
  const former = mine.get(key);
  const [seq] = await Promise.all([
    db.indexDeltas.add({ parts: [part], states: [] }),
    former !== undefined && db.indexDeltas.delete(former),
  ]);
  return () => mine.set(key, Math.max(seq, mine.get(key) ?? 0));
}

/** Title, authors, site and text of an article. A link has no HTML. */
export function textPart(article: Article, html: UntrustedHtml | undefined, hasPictures: boolean): IndexedPart {
  const host = hostOf(article.url);
  const text = html === undefined ? '' : textOfHtml(html);
  const packed = packPart(
    [
      { text: article.title, field: FIELD.title },
      ...article.authors.map((author) => ({ text: author, field: FIELD.author })),
      { text: `${article.siteName} ${host}`, field: FIELD.site },
      { text, field: FIELD.body },
    ],
    hostKeys(host),
  );
  const published = Date.parse(article.publishedAt ?? '');
  return {
    ...packed,
    articleId: article.id,
    part: PART.text,
    language: languageNumber(article.language),
    columns: {
      savedAt: Math.floor(article.savedAt / 1000),
      publishedOn: Number.isNaN(published) ? 0 : Math.max(0, dayOf(published)),
      wordCount: article.wordCount,
      contents:
        (html === undefined ? 0 : CONTENT.text) |
        (hasPictures ? CONTENT.picture : 0) |
        (html !== undefined && /<(?:pre|code)\b/i.test(html) ? CONTENT.code : 0),
    },
  };
}

/** A host under its own name and under each it belongs to: `site:example.org` finds `news.example.org`. */
function hostKeys(host: string): readonly string[] {
  const labels = host.split('.');
  return labels.slice(0, -1).map((_, i) => keyTerm('host', labels.slice(i).join('.')));
}

export const notePart = (articleId: ArticleId, text: string): IndexedPart => ({
  ...packPart([{ text, field: FIELD.body }]),
  articleId,
  part: PART.note,
  language: 0,
});

/** The marked words of an article and what is written beside them, each mark apart. Deleted ones count for nothing. */
export function marksPart(articleId: ArticleId, highlights: readonly Highlight[]): IndexedPart {
  const marks = highlights
    .filter(({ deletedAt }) => deletedAt === undefined)
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  return {
    ...packPart(
      marks.flatMap(({ quote, note }) => [
        { text: quote.exact, field: FIELD.body },
        { text: note, field: FIELD.body },
      ]),
      [
        ...new Set(
          marks.flatMap(({ colour, note }) => [
            MARK_TERM,
            keyTerm('colour', colour),
            ...tagsIn(note).map((label) => keyTerm('tag', foldText(label))),
          ]),
        ),
      ],
    ),
    articleId,
    part: PART.marks,
    language: 0,
  };
}

/** As `shelvingPart`, of many articles in one read for all. */
export async function shelvingParts(db: LecternDatabase, ids: readonly ArticleId[]): Promise<readonly IndexedPart[]> {
  const [taggings, entries] = await Promise.all([
    rowsOf(db.taggings, 'articleId', ids),
    rowsOf(db.listEntries, 'articleId', ids),
  ]);
  const tagsOf = Map.groupBy(taggings, ({ articleId }) => articleId);
  const entriesOf = Map.groupBy(entries, ({ articleId }) => articleId);
  return ids.map((id) => shelvingOf(id, tagsOf.get(id) ?? [], entriesOf.get(id) ?? []));
}

/** Tags and lists of an article: by their words, and each as a whole. */
export async function shelvingPart(db: LecternDatabase, articleId: ArticleId): Promise<IndexedPart> {
  const [taggings, entries] = await Promise.all([
    db.taggings.where({ articleId }).toArray(),
    db.listEntries.where({ articleId }).toArray(),
  ]);
  return shelvingOf(articleId, taggings, entries);
}

/** The same of rows that are at hand. */
export function shelvingOf(
  articleId: ArticleId,
  taggings: readonly Tagging[],
  entries: readonly ListEntry[],
): IndexedPart {
  // In the order in which the database gives them: an import has its own, and a check would call the index wrong.
  const tags = taggings
    .filter(({ removedAt }) => removedAt === undefined)
    .sort((one, other) => (one.tagKey < other.tagKey ? -1 : 1));
  const on = entries.filter(({ removedAt }) => removedAt === undefined);
  return {
    ...packPart(
      tags.map(({ label }) => ({ text: label, field: FIELD.body })),
      [...tags.map(({ tagKey }) => keyTerm('tag', tagKey)), ...on.map(({ listId }) => keyTerm('list', listId))],
    ),
    articleId,
    part: PART.shelving,
    language: 0,
  };
}

export function stateBits({ progress, trashedAt, archivedAt, favouriteAt, finishedAt }: Reading): number {
  return (
    (trashedAt === undefined ? 0 : STATE.trashed) |
    (archivedAt === undefined ? 0 : STATE.archived) |
    (favouriteAt === undefined ? 0 : STATE.favourite) |
    (finishedAt === undefined ? 0 : STATE.finished) |
    (progress > 0 ? STATE.begun : 0)
  );
}

/** The states of readings that changed, those with the same bits together. */
export function statesOf(readings: readonly Reading[]): readonly IndexedState[] {
  const idsOf = new Map<number, ArticleId[]>();
  for (const reading of readings) {
    const bits = stateBits(reading);
    const ids = idsOf.get(bits);
    if (ids) ids.push(reading.articleId);
    else idsOf.set(bits, [reading.articleId]);
  }
  return [...idsOf].map(([bits, articleIds]) => ({ articleIds, bits }));
}
