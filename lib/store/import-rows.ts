import type { Body, Version } from '../article/article.ts';
import { MAX_PICTURES } from '../article/capture.ts';
import type { Highlight } from '../article/highlight.ts';
import type { ArticleId, HighlightId, Timestamp, VersionId } from '../article/ids.ts';
import type { PreparedMark, PreparedText } from '../article/import-job.ts';
import type { ListEntry, Tagging } from '../article/list.ts';
import type { Picture } from '../article/picture.ts';
import type { Store } from './database.ts';
import { derivedFrom } from './highlights.ts';

/** What a batch adds beside the articles, gathered so that each table is written once. */
export interface NewRows {
  readonly versions: Version[];
  readonly bodies: Map<string, Body>;
  readonly taggings: Tagging[];
  readonly entries: ListEntry[];
  readonly pictures: Picture[];
  readonly marks: Highlight[];
}

export const newRows = (): NewRows => ({
  versions: [],
  bodies: new Map(),
  taggings: [],
  entries: [],
  pictures: [],
  marks: [],
});

/**
 * Adds a text and its pictures. The pictures wait for the reader: an import of thousands must not ask thousands of
 * sites by itself.
 */
export function addTextRows(
  { makeId }: Pick<Store, 'makeId'>,
  rows: NewRows,
  { hash, html, byteLength, wordCount, pictures }: PreparedText,
  articleId: ArticleId,
  known: Set<string>,
  at: Timestamp,
): VersionId {
  const id = makeId<VersionId>();
  rows.bodies.set(hash, { hash, html, byteLength });
  const version = { id, articleId, bodyHash: hash, source: 'page', wordCount, warnings: [] } as const;
  rows.versions.push({ ...version, capturedAt: at, updatedAt: at });
  for (const [position, { url, alt }] of pictures.entries()) {
    if (known.has(url) || known.size >= MAX_PICTURES) continue;
    known.add(url);
    rows.pictures.push({ id: makeId(), articleId, url, alt, position, state: 'blocked', attempts: 0, updatedAt: at });
  }
  return id;
}

/** A mark as another service had it. Its place is found by its words when its article is shown. */
export function markRow(
  { makeId }: Pick<Store, 'makeId'>,
  { quote, colour, note, createdAt = 0 }: PreparedMark,
  articleId: ArticleId,
  at: Timestamp,
): Highlight {
  const madeAt = createdAt || at;
  return {
    id: makeId<HighlightId>(),
    articleId,
    quote,
    colour,
    note,
    ...(note !== '' && { notedAt: at }),
    ...derivedFrom(note),
    createdAt: madeAt,
    updatedAt: at,
    shownAt: madeAt,
  };
}
