import { fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { readMarks } from './marks.ts';
import { decodeEntities, folderName, isRecord, isYes, listOf, textOf, timeOfText } from './values.ts';

/** Karakeep, formerly Hoarder (packages/shared/import-export/exporters.ts, November 2026). Smart lists are queries and no lists. */
export const karakeep: Importer = {
  name: 'Karakeep',
  lacks: 'favourites, highlights and texts',
  recognise: ({ json }) =>
    isRecord(json) &&
    listOf(json['bookmarks']).some((bookmark) => isRecord(bookmark) && 'content' in bookmark && 'createdAt' in bookmark)
      ? 'karakeep-json'
      : undefined,
  read: function* (contents) {
    for (const content of contents) {
      const file = fileOf(content, contents);
      const json = isRecord(content.json) ? content.json : {};
      const pathOf = readLists(listOf(json['lists']));
      for (const [index, bookmark] of listOf(json['bookmarks']).entries()) {
        const place = { ...file, index };
        if (!isRecord(bookmark)) {
          yield rejected('malformed-record', place);
          continue;
        }
        const body = isRecord(bookmark['content']) ? bookmark['content'] : undefined;
        const title = textOf(bookmark['title']);
        if (body?.['type'] === 'text') {
          yield rejected('no-url-text-only', place, title ?? textOf(body['text']));
        } else if (!body || body['type'] === 'asset') {
          yield rejected('no-url-asset', place, title);
        } else {
          yield judge(
            {
              url: body['url'],
              title: title && decodeEntities(title),
              addedAt: timeOfText(bookmark['createdAt']),
              isArchived: isYes(bookmark['archived']),
              isFavourite: isYes(bookmark['favourited']),
              tags: listOf(bookmark['tags']).filter((tag) => typeof tag === 'string'),
              notes: [textOf(bookmark['note']) ?? ''],
              highlights: readMarks(bookmark['highlights']),
              lists: listOf(bookmark['lists']).flatMap((id) => pathOf(id) ?? []),
            },
            place,
          );
        }
      }
    }
  },
};

function readLists(lists: readonly unknown[]): (id: unknown) => readonly (readonly string[])[] | undefined {
  const known = new Map(lists.flatMap((list) => (isRecord(list) ? [[list['id'], list] as const] : [])));
  const pathOf = (id: unknown, depth: number): readonly string[] => {
    const list = known.get(id);
    if (!list || depth > 32) return [];
    return [...pathOf(list['parentId'], depth + 1), folderName(textOf(list['name']) ?? '')];
  };
  return (id) => {
    const list = known.get(id);
    return list && list['type'] !== 'smart' ? [pathOf(id, 0)] : undefined;
  };
}
