import { readCsv } from './csv.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge } from './judge.ts';
import { parseJson } from './parse-json.ts';
import { decodeEntities, listOf, splitTags, timeOfNumber } from './values.ts';

/** `Folder` holds one of three states or the name of a folder. Starred says nothing of archived, so it stays unread. */
export const instapaper: Importer = {
  name: 'Instapaper',
  lacks: 'highlights and texts',
  recognise: ({ columns }) =>
    columns?.includes('url') && columns.includes('selection') && columns.includes('folder')
      ? 'instapaper-csv'
      : undefined,
  read: function* (contents) {
    for (const content of contents) {
      const file = fileOf(content, contents);
      yield* readCsv(content.text, file, ({ line, cell }) => {
        const folder = cell('folder').trim();
        return judge(
          {
            url: cell('url'),
            title: decodeEntities(cell('title')),
            addedAt: timeOfNumber(cell('timestamp')),
            isArchived: folder === 'Archive',
            isFavourite: folder === 'Starred',
            tags: readTags(cell('tags')),
            notes: [cell('selection')],
            lists: folder === '' || STATES.has(folder) ? [] : [[folder]],
          },
          { ...file, line },
        );
      });
    }
  },
};

const STATES: ReadonlySet<string> = new Set(['Unread', 'Archive', 'Starred']);

/** A JSON array since 2025; converters of other makers write a list with commas. */
function readTags(cell: string): readonly string[] {
  const parsed = cell.trim().startsWith('[') ? parseJson(cell) : undefined;
  return Array.isArray(parsed) ? listOf(parsed).filter((tag) => typeof tag === 'string') : splitTags(cell, ',');
}
