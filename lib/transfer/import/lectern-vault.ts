import type { FoundHighlight } from './found.ts';
import type { Companions, Content, Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { parseJson } from './parse-json.ts';
import { isRecord, listOf, textOf, timeOfNumber } from './values.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * A vault as any other export, for one that was unpacked or is only looked at: addresses, notes, tags and texts. Dropped as
 * the zip it is, it is restored with all its rows and pictures instead.
 */
export const lecternVault: Importer = {
  name: 'Lectern vault',
  companions:
    /(?:^|\/)(?:articles\/[^/]+\/(?:article\.(?:html|md)|thumbnail)|pictures\/[^/]+|lists\.json|vault\.json|schema\.json|README\.txt|index\.html|checksums\.sha256)$/,
  recognise: ({ json }) =>
    isRecord(json) && isRecord(json['article']) && isRecord(json['reading']) && Array.isArray(json['bodies'])
      ? 'lectern-vault'
      : undefined,
  read: async function* (contents, companions) {
    const nameOf = await readListNames(companions);
    for (const content of contents) yield readRecord(content, nameOf);
  },
};

async function readListNames(companions: Companions): Promise<ReadonlyMap<unknown, string>> {
  const listed = parseJson((await companions.textOf('/lists.json')) ?? '');
  const lists = isRecord(listed) ? listOf(listed['lists']).filter(isRecord) : [];
  return new Map(
    lists.flatMap(({ id, name, deletedAt }) =>
      typeof name === 'string' && deletedAt === undefined ? [[id, name] as const] : [],
    ),
  );
}

function readRecord({ json, path: file }: Content, nameOf: ReadonlyMap<unknown, string>) {
  const record: Json = isRecord(json) ? json : {};
  const { article, reading, note } = record;
  if (!isRecord(article) || !isRecord(reading)) return rejected('malformed-record', { file });
  const isLive = (row: unknown): row is Json => isRecord(row) && row['removedAt'] === undefined;
  const version = listOf(record['versions']).find((row) => isRecord(row) && row['id'] === article['versionId']);
  const body = listOf(record['bodies']).find(
    (row) => isRecord(row) && isRecord(version) && row['hash'] === version['bodyHash'],
  );
  const html = isRecord(body) ? textOf(body['html']) : undefined;
  return judge(
    {
      url: article['url'],
      title: textOf(article['title']),
      addedAt: timeOfNumber(article['savedAt']),
      isArchived: reading['archivedAt'] !== undefined,
      isFavourite: reading['favouriteAt'] !== undefined,
      tags: listOf(record['taggings'])
        .filter(isLive)
        .flatMap(({ label }) => textOf(label) ?? []),
      lists: listOf(record['entries'])
        .filter(isLive)
        .flatMap(({ listId }) => {
          const name = nameOf.get(listId);
          return name === undefined ? [] : [[name]];
        }),
      notes: [(isRecord(note) && textOf(note['text'])) || ''],
      highlights: (isRecord(record['more']) ? listOf(record['more']['highlights']) : []).flatMap(readMark),
      ...(typeof reading['progress'] === 'number' && { progress: reading['progress'] }),
      ...(html !== undefined && { text: { kind: 'article' as const, html } }),
    },
    { file },
  );
}

function readMark(row: unknown): readonly FoundHighlight[] {
  if (!isRecord(row) || row['deletedAt'] !== undefined || !isRecord(row['quote'])) return [];
  const { exact, prefix, suffix } = row['quote'];
  const note = textOf(row['note']);
  const colour = textOf(row['colour']);
  const createdAt = timeOfNumber(row['createdAt']);
  return [
    {
      quote: textOf(exact) ?? '',
      prefix: textOf(prefix) ?? '',
      suffix: textOf(suffix) ?? '',
      ...(note !== undefined && { note }),
      ...(colour !== undefined && { colour }),
      ...(createdAt !== undefined && { createdAt }),
    },
  ];
}
