import { readCsv } from './csv.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge } from './judge.ts';
import { decodeEntities, folderName, isYes, splitTags, timeOfText } from './values.ts';

const URL_COLUMNS = ['url', 'link', 'href', 'address', 'uri'] as const;

/** Any table with a column of addresses: what no service of its own is known for. */
export const anyTable: Importer = {
  name: 'Table',
  lacks: 'highlights and texts',
  recognise: ({ columns }) => (URL_COLUMNS.some((name) => columns?.includes(name)) ? 'csv' : undefined),
  read: function* (contents) {
    for (const content of contents) {
      const file = fileOf(content, contents);
      yield* readCsv(content.text, file, ({ line, cell }) => {
        const folder = cell('folder', 'list', 'collection').trim();
        return judge(
          {
            url: cell(...URL_COLUMNS),
            title: decodeEntities(cell('title', 'name')),
            addedAt: timeOfText(cell('created', 'saved_at', 'time_added', 'date', 'timestamp', 'created_at', 'added')),
            isArchived: /^archived?$/i.test(cell('state', 'status')) || isYes(cell('archived')),
            isFavourite: isYes(cell('favorite', 'favourite', 'starred')),
            tags: splitTags(cell('tags', 'labels').replace(/^\[(.*)\]$/, '$1'), /[,|;]/),
            notes: [cell('note', 'notes', 'description')],
            lists: folder === '' ? [] : [[folderName(folder)]],
          },
          { ...file, line },
        );
      });
    }
  },
};
