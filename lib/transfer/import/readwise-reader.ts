import { readCsv } from './csv.ts';
import { fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { decodeEntities, timeOfText } from './values.ts';

export const readwiseReader: Importer = {
  name: 'Readwise Reader',
  lacks: 'highlights, notes and texts',
  recognise: ({ columns }) =>
    columns?.includes('document tags') && columns.includes('saved date') ? 'readwise-reader-csv' : undefined,
  read: function* (contents) {
    for (const content of contents) {
      const file = fileOf(content, contents);
      yield* readCsv(content.text, file, ({ line, cell }) => {
        const location = cell('location').trim().toLowerCase();
        // What a feed brought was never saved by the reader.
        if (location === 'feed') return rejected('feed-item', { ...file, line }, cell('title') || cell('url'));
        const progress = readProgress(cell('reading progress'));
        return judge(
          {
            url: cell('url'),
            title: decodeEntities(cell('title')),
            addedAt: timeOfText(cell('saved date')),
            isArchived: location === 'archive',
            isFavourite: location === 'shortlist',
            tags: readPythonList(cell('document tags')),
            ...(progress !== undefined && { progress }),
          },
          { ...file, line },
        );
      });
    }
  },
};

/** 0 to 1 in some files, 0 to 100 in others. */
function readProgress(cell: string): number | undefined {
  const number = Number(cell);
  if (cell.trim() === '' || !Number.isFinite(number) || number <= 0 || number > 100) return undefined;
  return number > 1 ? number / 100 : number;
}

/** A list as Python prints it: `['a', "it's", 'b\'c']`. What is no list is one tag. */
function readPythonList(cell: string): readonly string[] {
  const text = cell.trim();
  if (!text.startsWith('[') || !text.endsWith(']')) return text === '' ? [] : [text];
  const items: string[] = [];
  for (const match of text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs)) {
    items.push((match[1] ?? match[2] ?? '').replace(/\\(x[0-9a-f]{2}|u[0-9a-f]{4}|.)/gis, unescapePython));
  }
  const isBare = items.length === 0 && text.slice(1, -1).trim() !== '';
  return isBare ? text.slice(1, -1).split(',') : items;
}

function unescapePython(_: string, code: string): string {
  if (/^[xu][0-9a-f]{2}/i.test(code)) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  return code === 'n' ? '\n' : code === 't' ? '\t' : code;
}
