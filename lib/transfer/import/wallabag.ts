import type { FoundHighlight } from './found.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { decodeEntities, isRecord, isYes, listOf, splitTags, textOf, timeOfText } from './values.ts';

/** What wallabag stores where it could not fetch a page (src/Helper/ContentProxy.php, November 2026). */
const FETCH_FAILED = /wallabag can(?:'|’|&#0?39;)t retrieve contents for this article/i;

/** The JSON of wallabag 2, and of version 1, which numbers its entries. */
export const wallabag: Importer = {
  name: 'wallabag',
  recognise: ({ json }) => (recordsOf(json).some(isEntry) ? 'wallabag-json' : undefined),
  read: function* (contents) {
    for (const content of contents) {
      const file = fileOf(content, contents);
      for (const [index, record] of recordsOf(content.json).entries()) {
        const place = { ...file, index };
        if (!isRecord(record)) yield rejected('malformed-record', place, JSON.stringify(record)?.slice(0, 80));
        else yield judge(draftOf(record), place);
      }
    }
  },
};

const isEntry = (record: unknown): boolean =>
  isRecord(record) && 'url' in record && ('is_archived' in record || 'is_starred' in record || 'is_read' in record);

function recordsOf(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (!isRecord(json) || !('0' in json)) return [];
  return Object.entries(json).flatMap(([key, value]) => (/^\d+$/.test(key) ? [value] : []));
}

function draftOf(record: Readonly<Record<string, unknown>>) {
  const title = textOf(record['title']);
  const content = textOf(record['content'])?.trim() ?? '';
  const publishedAt = textOf(record['published_at']);
  const language = textOf(record['language']);
  const authors = listOf(record['published_by']).filter((author) => typeof author === 'string');
  const annotations = listOf(record['annotations']).flatMap(readAnnotation);
  return {
    url: record['url'],
    title: title && decodeEntities(title),
    addedAt: timeOfText(record['created_at']),
    isArchived: isYes(record['is_archived'] ?? record['is_read']),
    isFavourite: isYes(record['is_starred'] ?? record['is_fav']),
    tags: readTags(record['tags']),
    // Ours of an article as a whole: an annotation of nothing in particular.
    notes: annotations.flatMap(({ quote, note }) => (quote.trim() === '' && note !== undefined ? [note] : [])),
    highlights: annotations.filter(({ quote }) => quote.trim() !== ''),
    ...(content !== '' && !FETCH_FAILED.test(content) && { text: { kind: 'article' as const, html: content } }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language: language.replace('_', '-').toLowerCase() }),
    authors,
  };
}

/** Names; in old files objects with a label (wallabag issue 2256), in version 1 a text with commas. */
function readTags(tags: unknown): readonly string[] {
  if (typeof tags === 'string') return splitTags(tags, ',');
  return listOf(tags).flatMap((tag) => {
    const label = isRecord(tag) ? (tag['label'] ?? tag['slug']) : tag;
    return typeof label === 'string' ? [label] : [];
  });
}

/** The ranges are paths into wallabag's own page; the quotation finds the place again. */
function readAnnotation(annotation: unknown): readonly FoundHighlight[] {
  const quote = isRecord(annotation) ? textOf(annotation['quote']) : undefined;
  if (quote === undefined || !isRecord(annotation)) return [];
  const note = textOf(annotation['text']);
  const createdAt = timeOfText(annotation['created_at']);
  return [{ quote, ...(note !== undefined && { note }), ...(createdAt !== undefined && { createdAt }) }];
}
