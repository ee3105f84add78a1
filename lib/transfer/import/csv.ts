import Papa from 'papaparse';
import { cellText } from '../formula.ts';
import type { Found } from './found.ts';
import { rejected } from './judge.ts';
import { withPlainLines } from './lines.ts';

const MOST_COLUMNS = 256;
const LONGEST_HEADER = 16_384;
const DELIMITERS = [',', ';', '\t', '|'] as const;
/** How often reading starts again after a quotation mark that is never closed. */
const MOST_RESTARTS = 20;

export interface CsvRow {
  readonly line: number;
  /** The cell under a column, by its name in lower case; the empty text if the row has none. */
  readonly cell: (...names: readonly string[]) => string;
}

/** Column names in lower case, if the first line of a text can be a header. */
export function readColumns(text: string): readonly string[] | undefined {
  const start = withPlainLines(text.slice(0, LONGEST_HEADER));
  const first = start
    .replace(/^\ufeff?\n*/, '')
    .split('\n', 1)
    .join('');
  if (first.length >= LONGEST_HEADER || first.length < 3 || /^\s*[<{[]/.test(first)) return undefined;
  const delimiter = delimiterOf(first);
  const names = parseRow(first, delimiter);
  return names.length <= MOST_COLUMNS && (names.length > 1 || /^(?:url|link)$/i.test(first.trim())) ? names : undefined;
}

const parseRow = (line: string, delimiter: string): readonly string[] =>
  (Papa.parse<string[]>(line, { delimiter, newline: '\n' }).data[0] ?? []).map((name) => name.trim().toLowerCase());

function delimiterOf(header: string): string {
  const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * Reads a table by the names of its columns. A row with more or fewer cells than the header is told as such, and the
 * next one is read.
 */
export function* readCsv(
  source: string,
  place: { readonly file?: string },
  read: (row: CsvRow) => Found,
): Iterable<Found> {
  const text = withPlainLines(source.replace(/^\ufeff/, ''));
  const start = text.search(/[^\n]|$/);
  const headerEnd = text.indexOf('\n', start);
  if (headerEnd === -1) return;
  const header = text.slice(start, headerEnd);
  const delimiter = delimiterOf(header);
  const columns = parseRow(header, delimiter);
  const columnOf = new Map(columns.map((name, index) => [name, index]));
  for (const { line, cells, isUnclosed } of readRows(text, headerEnd + 1, delimiter)) {
    if (isUnclosed) {
      yield rejected(
        'malformed-row',
        { ...place, line },
        cells.join(' '),
        'A quotation mark is opened and never closed.',
      );
    } else if (cells.length !== columns.length) {
      const detail = `The row has ${cells.length} ${cells.length === 1 ? 'field' : 'fields'}, its header ${columns.length}.`;
      yield rejected('malformed-row', { ...place, line }, cells.join(' '), detail);
    } else {
      yield read({
        line,
        cell: (...names) => {
          const index = names.map((name) => columnOf.get(name)).find((found) => found !== undefined);
          return index === undefined ? '' : cellText(cells[index] ?? '');
        },
      });
    }
  }
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  readonly isUnclosed: boolean;
}

function* readRows(text: string, from: number, delimiter: string): Iterable<Row> {
  let start = from;
  let line = text.slice(0, from).split('\n').length;
  for (let restart = 0; start < text.length; restart++) {
    const rows: Row[] = [];
    let at = start;
    const rest = start === 0 ? text : text.slice(start);
    let unclosedAt: number | undefined;
    Papa.parse<string[]>(rest, {
      delimiter,
      newline: '\n',
      step: ({ data, errors, meta }, parser) => {
        const end = start + meta.cursor;
        const isUnclosed = errors.some(({ code }) => code === 'MissingQuotes');
        if (isUnclosed) {
          unclosedAt = at;
          parser.abort();
          return;
        }
        // A line with nothing on it is no record.
        if (data.length > 1 || data[0]?.trim() !== '') rows.push({ line, cells: data, isUnclosed });
        line += countLines(text, at, end);
        at = end;
      },
    });
    yield* rows;
    if (unclosedAt === undefined) return;
    const lineEnd = text.indexOf('\n', unclosedAt);
    yield {
      line,
      cells: [
        lineEnd === -1 ? rest.slice(unclosedAt - start, unclosedAt - start + 200) : text.slice(unclosedAt, lineEnd),
      ],
      isUnclosed: true,
    };
    if (lineEnd === -1) return;
    start = lineEnd + 1;
    line++;
    if (restart < MOST_RESTARTS) continue;
    // So many are broken that every further try could cost the whole file again: now a line is a row.
    yield* readLines(text.slice(start), line, delimiter);
    return;
  }
}

function* readLines(text: string, from: number, delimiter: string): Iterable<Row> {
  for (const [index, source] of text.split('\n').entries()) {
    if (source.trim() === '') continue;
    const { data, errors } = Papa.parse<string[]>(source, { delimiter, newline: '\n' });
    yield { line: from + index, cells: data[0] ?? [], isUnclosed: errors.some(({ code }) => code === 'MissingQuotes') };
  }
}

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
