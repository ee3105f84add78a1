import { readCsv } from './csv.ts';
import type { Found } from './found.ts';
import { type Content, fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { joinMarks } from './marks.ts';
import { decodeEntities, splitTags, timeOfText } from './values.ts';

/** Reader's table of documents, and Readwise's of highlights; dropped together they are joined. */
export const readwiseReader: Importer = {
  name: 'Readwise',
  lacks: 'texts',
  recognise: ({ columns }) => {
    if (columns?.includes('document tags') && columns.includes('saved date')) return 'readwise-reader-csv';
    return isHighlights(columns) ? 'readwise-highlights-csv' : undefined;
  },
  read: function* (contents) {
    const tables = contents.filter(({ columns }) => isHighlights(columns));
    const documents = contents.filter((content) => !tables.includes(content));
    yield* joinMarks(
      documents.flatMap((content) => [...readDocuments(content, fileOf(content, contents))]),
      (urlOfTitle) => tables.flatMap((content) => [...readHighlights(content, fileOf(content, contents), urlOfTitle)]),
    );
  },
};

const isHighlights = (columns: Content['columns']): boolean =>
  columns?.includes('highlight') === true && ['title', 'book title', 'url'].some((name) => columns.includes(name));

function readDocuments({ text }: Content, file: { readonly file?: string }): Iterable<Found> {
  return readCsv(text, file, ({ line, cell }) => {
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

/** Readwise's own export has titles and no addresses; what others write for it has both. */
function readHighlights(
  { text }: Content,
  file: { readonly file?: string },
  urlOfTitle: (title: string) => string | undefined,
): Iterable<Found> {
  return readCsv(text, file, ({ line, cell }) => {
    const place = { ...file, line };
    const quote = cell('highlight');
    const title = decodeEntities(cell('title', 'book title'));
    const url = cell('url', 'source url').trim() || urlOfTitle(title);
    if (!url) {
      const detail = 'Highlights of Readwise have no address. Drop the list of your documents together with them.';
      return rejected('missing-url', place, `${title}: ${quote}`, detail);
    }
    const author = cell('author', 'book author').trim();
    const note = cell('note');
    const colour = cell('color', 'colour').trim();
    const createdAt = timeOfText(cell('highlighted at', 'date'));
    const tags = splitTags(cell('tags'), ',');
    const mark = {
      quote,
      ...(note !== '' && { note }),
      ...(colour !== '' && { colour }),
      tags,
      ...(createdAt !== undefined && { createdAt }),
    };
    return judge({ url, title, highlights: [mark], ...(author !== '' && { authors: [author] }) }, place);
  });
}

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
