import { articleGone } from '../article/article-gone.ts';
import type { Highlight, HighlightPlace, Review } from '../article/highlight.ts';
import type { ArticleId, HighlightId } from '../article/ids.ts';
import type { Colour } from '../article/list.ts';
import { mergeDraft, mergeTexts } from '../article/merge-texts.ts';
import { linksIn, tagsIn } from '../article/note-text.ts';
import { foldText } from '../search/fold-text.ts';
import type { Store } from './database.ts';

/** A mark to make. */
export interface HighlightDraft extends HighlightPlace {
  readonly articleId: ArticleId;
  readonly colour: Colour;
  readonly note?: string;
}

/** What may change of a mark; a key with `undefined` takes the field away. */
export type HighlightChange = {
  readonly colour?: Colour;
  readonly note?: string;
  /** The note that was changed into `note`; what another window wrote since is merged. Absent: it is replaced. */
  readonly formerNote?: string;
  readonly place?: HighlightPlace;
  readonly deletedAt?: number | undefined;
  readonly review?: Review | undefined;
};

/**
 * Adds a mark. The article may be in the trash: the mark counts once that is back.
 *
 * @throws what `isArticleGone` knows, where it was erased meanwhile
 */
export async function addHighlight({ db, now, makeId }: Store, draft: HighlightDraft): Promise<Highlight> {
  const at = now();
  const { note = '', ...rest } = draft;
  const made = { ...rest, id: makeId<HighlightId>(), note, createdAt: at, updatedAt: at, ...derivedFrom(note) };
  const added = await written<Highlight | undefined>(db, async () => {
    if (!(await db.articles.get(made.articleId))) return [undefined, undefined];
    const highlight = shownOr(made, await isTrashed(db, made.articleId));
    await db.highlights.add(highlight);
    return [highlight, highlight.articleId];
  });
  if (!added) throw articleGone();
  return added;
}

/** Changes a mark and gives it as it was. Absent if there is none. */
export function changeHighlight(
  { db, now }: Store,
  id: HighlightId,
  change: HighlightChange,
  at = now(),
): Promise<Highlight | undefined> {
  return written(db, async () => {
    const former = await db.highlights.get(id);
    if (!former) return [undefined, undefined];
    const { note, formerNote } = change;
    const isToMerge = note !== undefined && formerNote !== undefined;
    const next = changed(
      former,
      isToMerge ? { ...change, note: mergeTexts(formerNote, note, former.note) } : change,
      at,
    );
    await db.highlights.put(shownOr(next, await isTrashed(db, former.articleId)));
    return [former, former.articleId];
  });
}

/** Writes marks of one article, and what the search knows of them, in one transaction. */
async function written<Result>(
  db: Store['db'],
  write: () => Promise<readonly [result: Result, of: ArticleId | undefined]>,
): Promise<Result> {
  // The reader shows a text without it. Loaded before the transaction, which must wait for nothing but the database.
  const { addTypedToIndex, marksPart } = await import('./index-writes.ts');
  const [result, settle] = await db.transaction(
    'rw',
    [db.articles, db.highlights, db.readings, db.indexDeltas],
    async () => {
      const [given, articleId] = await write();
      if (articleId === undefined) return [given] as const;
      const marks = await db.highlights.where({ articleId }).toArray();
      return [given, await addTypedToIndex(db, marksPart(articleId, marks))] as const;
    },
  );
  settle?.();
  return result;
}

/**
 * Keeps the note of a mark as it stands, merged with what another window wrote since `former`. The text is safe when the call
 * returns; other fields are left as they are.
 *
 * @throws what `isArticleGone` knows, where the mark was erased with its article meanwhile: the text stays a draft
 */
export async function writeHighlightNote(store: Store, id: HighlightId, text: string, former?: string): Promise<void> {
  const updatedAt = store.now();
  store.markDrafts?.put({ highlightId: id, text, updatedAt }, former);
  // The moment of typing, not of writing: what waits in line must not look newer than what was typed after it.
  if (!(await changeHighlight(store, id, noteChange(text, former), updatedAt))) throw articleGone();
  store.markDrafts?.remove(id, updatedAt, text);
}

const noteChange = (note: string, formerNote: string | undefined): HighlightChange =>
  formerNote === undefined ? { note } : { note, formerNote };

/**
 * Writes what a page that closed too early had not got into the database. Later texts there are left alone, and what was written on
 * a mark that is gone with its article stays a draft.
 */
export async function recoverHighlightNotes(store: Store): Promise<void> {
  const { db, markDrafts } = store;
  for (const { highlightId, text, updatedAt, former } of markDrafts?.readAll() ?? []) {
    const kept = await db.highlights.get(highlightId);
    if (!kept) continue;
    if ((kept.notedAt ?? 0) < updatedAt) {
      const note = former === undefined ? text : mergeDraft(former, text, kept.note);
      await changeHighlight(store, highlightId, { note, formerNote: kept.note }, updatedAt);
    }
    markDrafts?.remove(highlightId, updatedAt, text);
  }
}

function changed({ review, deletedAt, ...former }: Highlight, change: HighlightChange, updatedAt: number): Highlight {
  const { note = former.note, place, colour = former.colour } = change;
  const nextReview = 'review' in change ? change.review : review;
  const nextDeletedAt = 'deletedAt' in change ? change.deletedAt : deletedAt;
  return {
    ...former,
    ...place,
    colour,
    note,
    ...derivedFrom(note),
    ...('note' in change && { notedAt: updatedAt }),
    updatedAt,
    ...(nextReview && { review: nextReview }),
    ...(nextDeletedAt !== undefined && { deletedAt: nextDeletedAt }),
  };
}

export const derivedFrom = (note: string): Pick<Highlight, 'tagKeys' | 'links'> => ({
  tagKeys: [...new Set(tagsIn(note).map(foldText))],
  links: [...new Set(linksIn(note).map(({ target }) => target))],
});

function shownOr({ shownAt: _, ...highlight }: Highlight, isInTrash: boolean): Highlight {
  const isShown = !isInTrash && highlight.deletedAt === undefined;
  return isShown ? { ...highlight, shownAt: highlight.createdAt } : highlight;
}

const isTrashed = async (db: Store['db'], articleId: ArticleId): Promise<boolean> =>
  (await db.readings.get(articleId))?.trashedAt !== undefined;
