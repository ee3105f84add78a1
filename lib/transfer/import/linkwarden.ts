import { parseUrl } from '../../article/parse-url.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { decodeEntities, folderName, isRecord, listOf, textOf, timeOfText } from './values.ts';

type Json = Readonly<Record<string, unknown>>;

/** Linkwarden (apps/web/lib/api/controllers/migration/exportData.ts, November 2026). Pinned means favourite. */
export const linkwarden: Importer = {
  name: 'Linkwarden',
  lacks: 'highlights and texts',
  recognise: ({ json }) =>
    isRecord(json) &&
    listOf(json['collections']).some((collection) => isRecord(collection) && Array.isArray(collection['links']))
      ? 'linkwarden-json'
      : undefined,
  read: function* (contents) {
    for (const content of contents) {
      const file = fileOf(content, contents);
      const json: Json = isRecord(content.json) ? content.json : {};
      const collections = listOf(json['collections']).map((one): Json => (isRecord(one) ? one : {}));
      const isPinned = readPinned(listOf(json['pinnedLinks']));
      for (const [at, collection] of collections.entries()) {
        const path = pathOf(collection, collections);
        for (const [index, link] of listOf(collection['links']).entries()) {
          const place = { ...file, index: `collections[${at}].links[${index}]` };
          if (!isRecord(link)) {
            yield rejected('malformed-record', place);
            continue;
          }
          const title = textOf(link['name']);
          if ((link['url'] ?? '') === '') {
            yield rejected(link['type'] === 'url' ? 'missing-url' : 'no-url-asset', place, title);
            continue;
          }
          yield judge(
            {
              url: link['url'],
              title: title && decodeEntities(title),
              addedAt: timeOfText(link['importDate']) ?? timeOfText(link['createdAt']),
              isFavourite: isPinned(link),
              tags: listOf(link['tags'])
                .flatMap((tag) => (isRecord(tag) ? [tag['name']] : [tag]))
                .filter((tag) => typeof tag === 'string'),
              notes: [textOf(link['description']) ?? ''],
              lists: [path],
            },
            place,
          );
        }
      }
    }
  },
};

function pathOf(collection: Json, collections: readonly Json[], depth = 0): readonly string[] {
  const parent = collections.find(({ id }) => id !== undefined && id === collection['parentId']);
  const above = parent && depth < 32 ? pathOf(parent, collections, depth + 1) : [];
  return [...above, folderName(textOf(collection['name']) ?? '')];
}

function readPinned(links: readonly unknown[]): (link: Json) => boolean {
  const records = links.filter(isRecord);
  const ids = new Set<unknown>(records.flatMap(({ id }) => (id === undefined || id === null ? [] : [id])));
  const urls = new Set(records.filter(({ id }) => id === undefined || id === null).map(({ url }) => hrefOf(url)));
  return ({ id, url }) => ids.has(id) || urls.has(hrefOf(url));
}

const hrefOf = (url: unknown): unknown => (typeof url === 'string' ? parseUrl(url)?.href : undefined);
