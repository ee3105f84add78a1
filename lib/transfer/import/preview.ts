import type { MergedItem } from './merge.ts';
import type { ReadImport } from './read-import.ts';

const isoOf = (time: number | undefined): string | null => (time === undefined ? null : new Date(time).toISOString());

/** What an import would bring, as plain JSON: `npm run -s import:preview`. */
export function previewOf({ format, items, rejected, softDuplicates }: ReadImport) {
  return {
    format,
    items: items.map(previewItem),
    rejected: rejected.map(({ kind: _, ...rejection }) => rejection),
    softDuplicates,
  };
}

function previewItem(item: MergedItem) {
  const [list, ...otherLists] = item.lists;
  return {
    url: item.url,
    title: item.title ?? null,
    addedAt: isoOf(item.addedAt),
    archived: item.isArchived,
    favourite: item.isFavourite,
    tags: item.tags,
    list: list?.join('/') ?? null,
    ...(list && { listPath: list }),
    ...(otherLists.length > 0 && { alsoInLists: otherLists.map((path) => path.join('/')) }),
    notes: item.notes.join('\n\n') || null,
    highlights: item.highlights.map(({ quote, note, tags, createdAt }) => ({
      quote,
      note: note ?? null,
      ...(tags && { tags }),
      ...(createdAt !== undefined && { createdAt: isoOf(createdAt) }),
    })),
    contentHtmlPresent: item.text !== undefined,
    ...(item.copies > 1 && { mergedCopies: item.copies }),
    ...(item.isToRead && { toRead: true }),
    ...(item.attachment !== undefined && { attachment: item.attachment }),
  };
}
