import type { Highlight } from '../../article/highlight.ts';
import type { SafeHtml, UntrustedHtml } from '../../article/html.ts';
import type { ArticleId, ListId } from '../../article/ids.ts';
import type { List } from '../../article/list.ts';
import type { ArticleRecord } from '../../article/vault.ts';
import type { Store } from '../../store/database.ts';
import { readAllLists, readPictureFile, readRecord, type StoredArticle } from '../../store/vault-rows.ts';
import type { ExportArticle, ExportHighlight, ExportPicture } from '../../transfer/export/export-article.ts';

export interface LoadedArticle extends StoredArticle {
  readonly article: ExportArticle;
}

/** How a library is read for the way out: as it should be, or around what is damaged. */
export interface LibraryReading {
  readonly readLists: typeof readAllLists;
  readonly readRecord: typeof readRecord;
}

const AS_IT_SHOULD_BE: LibraryReading = { readLists: readAllLists, readRecord };

/** Reads articles for the way out, one by one. Their texts pass the sanitiser here. */
export async function createExportLoader(
  store: Store,
  sanitise: (html: UntrustedHtml) => SafeHtml,
  reading = AS_IT_SHOULD_BE,
) {
  const lists = await reading.readLists(store);
  const pathOf = pathsOf(lists);
  return {
    lists,
    load: async (id: ArticleId): Promise<LoadedArticle | undefined> => {
      const stored = await reading.readRecord(store, id);
      return stored && { ...stored, article: await exportOf(store, stored.record, pathOf, sanitise) };
    },
  };
}

/** Names of the lists that are here, each behind that of the list it stands inside of. */
function pathsOf(lists: readonly List[]): ReadonlyMap<ListId, readonly string[]> {
  const here = new Map(lists.filter(({ deletedAt }) => deletedAt === undefined).map((list) => [list.id, list]));
  const outerName = ({ parentId }: List) => (parentId && here.get(parentId)?.name) ?? [];
  return new Map([...here].map(([id, list]) => [id, [outerName(list), list.name].flat()]));
}

async function exportOf(
  store: Store,
  record: ArticleRecord,
  pathOf: ReadonlyMap<ListId, readonly string[]>,
  sanitise: (html: UntrustedHtml) => SafeHtml,
): Promise<ExportArticle> {
  const { article, reading, note } = record;
  const version = record.versions.find(({ id }) => id === article.versionId);
  const paths = record.entries.flatMap(({ listId, removedAt }) => {
    const path = removedAt === undefined && pathOf.get(listId);
    return path ? [path] : [];
  });
  const body = record.bodies.find(({ hash }) => hash === version?.bodyHash);
  return {
    id: article.id,
    url: article.url,
    title: article.title,
    authors: article.authors,
    siteName: article.siteName,
    excerpt: article.excerpt,
    ...(article.publishedAt !== undefined && { publishedAt: article.publishedAt }),
    ...(article.language !== undefined && { language: article.language }),
    direction: article.direction,
    wordCount: article.wordCount,
    savedAt: article.savedAt,
    isArchived: reading.archivedAt !== undefined,
    isFavourite: reading.favouriteAt !== undefined,
    progress: reading.progress,
    tags: record.taggings.filter(({ removedAt }) => removedAt === undefined).map(({ label }) => label),
    lists: paths.flatMap((path) => path.slice(-1)),
    folder: paths[0] ?? [],
    note: note?.text.trim() ?? '',
    highlights: marksOf(record),
    ...(body && { html: sanitise(body.html) }),
    pictures: await picturesOf(store, record),
  };
}

/** In the order of the text where that is known, then as they were made. */
function marksOf({ more }: ArticleRecord): readonly ExportHighlight[] {
  const rows = (more?.['highlights'] ?? []) as readonly Highlight[];
  const startOf = ({ position }: Highlight) => position?.start ?? Number.MAX_SAFE_INTEGER;
  return rows
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted((one, other) => startOf(one) - startOf(other) || one.createdAt - other.createdAt)
    .map(({ id, quote, position, colour, note, createdAt }) => ({
      id,
      quote: quote.exact,
      ...(quote.prefix !== '' && { prefix: quote.prefix }),
      ...(quote.suffix !== '' && { suffix: quote.suffix }),
      ...(position && { startIndex: position.start, endIndex: position.end }),
      colour,
      note: note.trim(),
      createdAt,
    }));
}

/** With its bytes at hand: a picture is small, and an article has at most 12 MB of them. */
async function picturesOf(store: Store, { pictures }: ArticleRecord): Promise<readonly ExportPicture[]> {
  const hashes = new Map(
    pictures.flatMap(({ url, state, fileHash }) => (state === 'kept' && fileHash ? [[url, fileHash] as const] : [])),
  );
  const found: ExportPicture[] = [];
  for (const [url, hash] of hashes) {
    const file = await readPictureFile(store, hash);
    const bytes = async () => new Uint8Array((await file?.blob.arrayBuffer()) ?? new ArrayBuffer(0));
    if (file) found.push({ url, hash, type: file.type, bytes });
  }
  return found;
}
