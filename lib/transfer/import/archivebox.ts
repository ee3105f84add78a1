import type { Found } from './found.ts';
import { type Content, fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { readLines } from './lines.ts';
import { parseJson } from './parse-json.ts';
import { decodeEntities, isRecord, listOf, splitTags, textOf, timeOfText } from './values.ts';

type Json = Readonly<Record<string, unknown>>;

/** ArchiveBox: one snapshot a line, or the array of older versions (archivebox/core/models.py, `to_json`). */
export const archivebox: Importer = {
  name: 'ArchiveBox',
  lacks: 'notes, highlights and texts',
  recognise: ({ text, json }) => {
    if (Array.isArray(json))
      return json.some((record) => isRecord(record) && isOld(record)) ? 'archivebox-jsonl' : undefined;
    const first =
      text
        .slice(0, 65_536)
        .split(/[\r\n]/)
        .find((line) => line.trim() !== '') ?? '';
    const record = first.trimStart().startsWith('{') ? parseJson(first) : undefined;
    return isRecord(record) && record['type'] === 'Snapshot' && 'url' in record ? 'archivebox-jsonl' : undefined;
  },
  read: function* (contents) {
    for (const content of contents) {
      const file = fileOf(content, contents);
      if (Array.isArray(content.json)) yield* readArray(content.json, file);
      else yield* readJsonLines(content, file);
    }
  },
};

const isOld = (record: Json): boolean =>
  'url' in record &&
  ('bookmarked_at' in record ||
    ('timestamp' in record && ('archive_path' in record || 'base_url' in record || 'tags' in record)));

function* readArray(records: readonly unknown[], file: { readonly file?: string }): Iterable<Found> {
  for (const [index, record] of records.entries()) {
    if (!isRecord(record)) yield rejected('malformed-record', { ...file, index });
    else if (isSnapshot(record)) yield judge(draftOf(record), { ...file, index });
  }
}

function* readJsonLines({ text }: Content, file: { readonly file?: string }): Iterable<Found> {
  for (const { line, text: written } of readLines(text)) {
    if (written.trim() === '') continue;
    const record = parseJson(written);
    if (!isRecord(record)) yield rejected('malformed-record', { ...file, line }, written);
    else if (isSnapshot(record)) yield judge(draftOf(record), { ...file, line });
  }
}

/** Other types of record speak of crawls and files, not of addresses kept. */
const isSnapshot = (record: Json): boolean => record['type'] === undefined || record['type'] === 'Snapshot';

const draftOf = (record: Json) => ({
  url: record['url'],
  title: decodeEntities(textOf(record['title']) ?? ''),
  addedAt: timeOfText(record['bookmarked_at']) ?? timeOfText(record['timestamp']),
  tags: Array.isArray(record['tags'])
    ? listOf(record['tags']).filter((tag) => typeof tag === 'string')
    : splitTags(textOf(record['tags']), ','),
});
