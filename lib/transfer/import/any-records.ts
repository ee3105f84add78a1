import { importRecords } from './json-records.ts';
import { readMarks } from './marks.ts';
import { decodeEntities, isRecord, isYes, listOf, splitTags, textOf, timeOfText } from './values.ts';

const URL_KEYS = ['url', 'given_url', 'resolved_url', 'link', 'href', 'uri'] as const;
const LIST_KEYS = ['articles', 'items', 'bookmarks', 'links', 'data', 'list'] as const;

/** Any JSON with a list of records that have an address: dumps of services' own interfaces, and scripts' output. */
export const anyRecords = importRecords({
  format: 'json',
  name: 'JSON list',
  recordsOf: (json) => {
    if (Array.isArray(json)) return json;
    if (!isRecord(json)) return undefined;
    const list = LIST_KEYS.map((key) => json[key]).find((value) => Array.isArray(value) || isRecord(value));
    return Array.isArray(list) ? list : isRecord(list) ? Object.values(list) : undefined;
  },
  isOne: (record) => URL_KEYS.some((key) => key in record),
  draftOf: (record) => {
    const first = (...keys: readonly string[]) => keys.map((key) => record[key]).find((value) => value !== undefined);
    const html = textOf(first('html', 'content_html', 'content'));
    const status = first('status', 'state');
    return {
      url: first(...URL_KEYS),
      title: decodeEntities(textOf(first('title', 'resolved_title', 'given_title', 'name')) ?? ''),
      addedAt: timeOfText(
        first('savedAt', 'saved_at', 'time_added', 'addedAt', 'created', 'createdAt', 'created_at', 'date'),
      ),
      isArchived:
        isYes(first('archived', 'isArchived', 'is_archived')) ||
        status === '1' ||
        status === 1 ||
        /^archived?$/i.test(textOf(status) ?? ''),
      isFavourite: isYes(first('favorite', 'favourite', 'starred', 'isFavourite')),
      tags: readTags(first('tags', 'labels')),
      notes: [textOf(first('note', 'notes', 'description')) ?? ''],
      highlights: readMarks(record['highlights'] ?? record['annotations']),
      ...(html && /<\w/.test(html) && { text: { kind: 'article' as const, html } }),
    };
  },
});

/** A list of names or of records with a name, a record of names, or a text. */
function readTags(tags: unknown): readonly string[] {
  if (typeof tags === 'string') return splitTags(tags, /[,|]/);
  if (isRecord(tags)) return Object.keys(tags);
  return listOf(tags).flatMap((tag) => {
    const name = isRecord(tag) ? (tag['name'] ?? tag['label'] ?? tag['tag']) : tag;
    return typeof name === 'string' ? [name] : [];
  });
}
