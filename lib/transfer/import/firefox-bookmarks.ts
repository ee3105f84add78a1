import type { Found } from './found.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { folderName, isRecord, listOf, splitTags, textOf, timeOfNumber } from './values.ts';

type Json = Readonly<Record<string, unknown>>;

const CONTAINER = 'text/x-moz-place-container';
const DEEPEST = 200;

/** A backup of Firefox's bookmarks as JSON. Separators are no bookmarks. */
export const firefoxBookmarks: Importer = {
  name: 'Firefox bookmarks',
  lacks: 'highlights and texts',
  recognise: ({ json }) =>
    isRecord(json) && json['type'] === CONTAINER && Array.isArray(json['children'])
      ? 'firefox-bookmarks-json'
      : undefined,
  read: function* (contents) {
    for (const content of contents) {
      const root: Json = isRecord(content.json) ? content.json : {};
      for (const [position, child] of listOf(root['children']).entries()) {
        const name = folderName((isRecord(child) && textOf(child['title'])) || '');
        const isFolder = isRecord(child) && child['type'] === CONTAINER;
        const file = fileOf(content, contents);
        if (isFolder) yield* readFolder(child, [name], name, file);
        else yield* readFolder({ children: [child] }, [], `children[${position}]`, file);
      }
    }
  },
};

function* readFolder(
  folder: Json,
  path: readonly string[],
  at: string,
  file: { readonly file?: string },
): Iterable<Found> {
  for (const [position, child] of listOf(folder['children']).entries()) {
    const index = `${at}[${position}]`;
    const type = isRecord(child) ? child['type'] : undefined;
    if (!isRecord(child)) {
      yield rejected('malformed-record', { ...file, index });
    } else if (type === CONTAINER) {
      const name = folderName(textOf(child['title']) ?? '');
      if (path.length > DEEPEST)
        yield rejected('malformed-record', { ...file, index }, name, 'Its folders nest too deep.');
      else yield* readFolder(child, [...path, name], index, file);
    } else if (type !== 'text/x-moz-place-separator') {
      yield judge(
        {
          url: child['uri'],
          title: textOf(child['title']),
          addedAt: timeOfNumber(child['dateAdded']),
          tags: splitTags(textOf(child['tags']), ','),
          lists: [path],
        },
        { ...file, index },
      );
    }
  }
}
