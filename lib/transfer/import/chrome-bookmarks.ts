import type { Found } from './found.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { folderName, isRecord, listOf, textOf, timeOfNumber } from './values.ts';

/** The file `Bookmarks` of a Chromium profile. */
export const chromeBookmarks: Importer = {
  name: 'Chrome bookmarks',
  lacks: 'highlights and texts',
  recognise: ({ json }) =>
    isRecord(json) && isRecord(json['roots']) && ('bookmark_bar' in json['roots'] || 'other' in json['roots'])
      ? 'chrome-bookmarks-json'
      : undefined,
  read: function* (contents) {
    for (const content of contents) {
      const roots = isRecord(content.json) && isRecord(content.json['roots']) ? content.json['roots'] : {};
      for (const [key, root] of Object.entries(roots)) {
        if (!isRecord(root) || !Array.isArray(root['children'])) continue;
        const name = folderName(textOf(root['name']) ?? key);
        yield* readFolder(root['children'], [name], `roots.${key}`, fileOf(content, contents));
      }
    }
  },
};

/** Microseconds from 1601 to 1970 (`base::Time` of Chromium). */
const WEBKIT_EPOCH_SECONDS = 11_644_473_600;
const DEEPEST = 200;

function* readFolder(
  children: readonly unknown[],
  path: readonly string[],
  at: string,
  file: { readonly file?: string },
): Iterable<Found> {
  for (const [position, child] of children.entries()) {
    const index = `${at}[${position}]`;
    if (!isRecord(child)) {
      yield rejected('malformed-record', { ...file, index });
    } else if (Array.isArray(child['children'])) {
      const name = textOf(child['name']) ?? '';
      if (path.length > DEEPEST)
        yield rejected('malformed-record', { ...file, index }, name, 'Its folders nest too deep.');
      else yield* readFolder(listOf(child['children']), [...path, folderName(name)], index, file);
    } else if (child['type'] === 'url' || 'url' in child) {
      const added = Number(child['date_added']);
      const addedAt = added > 0 ? timeOfNumber(added / 1_000_000 - WEBKIT_EPOCH_SECONDS) : undefined;
      yield judge({ url: child['url'], title: textOf(child['name']), addedAt, lists: [path] }, { ...file, index });
    } else {
      yield rejected('malformed-record', { ...file, index }, textOf(child['name']));
    }
  }
}
