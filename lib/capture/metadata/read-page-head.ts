import { isElement, isText } from '../nodes.ts';
import { collapse } from '../text.ts';
import { BYLINE_START, bylineName, isFullName } from './person-name.ts';
import { readDate } from './read-date.ts';
import { MODIFIED } from './read-marked.ts';

/** What stands about the title in words alone, without any markup that says what it is. */
export interface PageHead {
  readonly authors: readonly string[];
  readonly published?: string;
  readonly modified?: string;
}

/** Lines looked at before and after the title. A byline may follow a standfirst and a share bar. */
const LINES_BEFORE = 8;
const LINES_AFTER = 24;
const LONGEST_LINE = 160;
/** After so many lines of prose the text has begun, and what follows belongs to it. */
const MOST_PROSE = 3;

const known = new WeakMap<Document, PageHead>();

/** Read once for each document: authors and dates are asked for one after the other. */
export function readPageHead(doc: Document, heading: Element | undefined): PageHead {
  const read = known.get(doc) ?? readLines(linesAround(doc, heading));
  known.set(doc, read);
  return read;
}

function readLines(lines: readonly string[]): PageHead {
  let published: string | undefined;
  let modified: string | undefined;
  const authors: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.length > LONGEST_LINE) continue;
    const previous = lines[index - 1] ?? '';
    const date = dateOfLine(line);
    if (date !== undefined) {
      const label = MODIFIED.test(line) ? line : previous.length < 30 ? previous : '';
      if (MODIFIED.test(label) && !/publish/i.test(label)) modified ??= date;
      else published ??= date;
    }
    if (authors.length > 0) continue;
    const name = bylineName(line);
    if (name !== undefined) authors.push(name);
    else if (BYLINE_START.test(`${previous} `) && previous.length < 20 && isFullName(line)) authors.push(line);
  }
  return {
    authors,
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
  };
}

/** A line that is a date and little more; a sentence that names a day is none. */
function dateOfLine(line: string): string | undefined {
  return line.length <= 110 && /\d/.test(line) ? readDate(line) : undefined;
}

const PASSED_OVER = /^(script|style|noscript|template|svg|nav|footer|form|button|select|figure|iframe)$/;
const INLINE = /^(a|abbr|b|em|font|i|small|span|strong|sup|time|u)$/;

function linesAround(doc: Document, heading: Element | undefined): readonly string[] {
  const before: string[] = [];
  const after: string[] = [];
  let line = '';
  let isAfter = heading === undefined;
  let prose = 0;
  const endLine = (): void => {
    const text = collapse(line);
    line = '';
    if (text === '') return;
    if (text.length > LONGEST_LINE && isAfter) prose++;
    (isAfter ? after : before).push(text);
  };
  const isDone = (): boolean => after.length >= LINES_AFTER || prose >= MOST_PROSE;
  const walk = (element: Element): void => {
    for (const node of element.childNodes) {
      if (isDone()) return;
      if (isText(node)) line += node.data;
      else if (isElement(node) && !PASSED_OVER.test(node.localName)) {
        if (node === heading) {
          endLine();
          isAfter = true;
          continue;
        }
        const isInline = INLINE.test(node.localName);
        if (isInline) line += ' ';
        else endLine();
        walk(node);
        if (!isInline) endLine();
      }
    }
  };
  const start = heading === undefined ? doc.querySelector('main, article') : null;
  walk(start ?? doc.body);
  endLine();
  return [...after, ...before.slice(-LINES_BEFORE).reverse()];
}
