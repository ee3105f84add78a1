import { textOf } from '../text.ts';
import { cleanAuthors } from './clean-authors.ts';
import { isElsewhere, nearestTo } from './elsewhere.ts';
import { isName } from './person-name.ts';

const LONGEST_BYLINE = 140;
const NAME = '[itemprop~="name"], [rel~="author"], .fn, address, a[href*="/author"], [class*="name" i]';
/** From what is meant for machines to what a theme happens to call it. */
const AUTHOR_MARKS = [
  '[itemprop~="author"]',
  '[rel~="author"], a[href*="/author/"], a[href*="/authors/"]',
  '.p-author, .byline, .author, [class*="byline" i]',
  '[class*="author" i]:not(img, svg, body, html), address',
];

/** Who the page's markup says wrote the article, as the page shows it. */
export function markedAuthors(doc: Document, heading: Element | undefined): readonly string[] {
  for (const selector of AUTHOR_MARKS) {
    const isLoose = selector === AUTHOR_MARKS.at(-1);
    const found = [...doc.querySelectorAll(selector)].filter((element) => !isElsewhere(element, heading));
    const named = found.filter((element) => isByline(textOf(element)));
    const nearest = nearestTo(heading, named);
    if (nearest === undefined) continue;
    // Several authors stand in one line, each in an element of its own.
    const line = nearest.parentElement;
    const names = named.filter((element) => element === nearest || (line !== null && element.parentElement === line));
    return names.flatMap(namesIn).filter((name) => !isLoose || cleanAuthors([name]).some(isName));
  }
  return [];
}

function isByline(text: string): boolean {
  return text !== '' && text.length <= LONGEST_BYLINE && cleanAuthors([text]).length > 0;
}

function namesIn(element: Element): readonly string[] {
  const named = [...element.querySelectorAll(NAME)].filter((part) => part.querySelector(NAME) === null);
  const names = named.map(textOf).filter((text) => text !== '');
  if (names.length > 0) return names;
  return [linesOf(element)];
}

/** The text with a bar where a line ends: name, job and date often stand one below the other. */
function linesOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const part of copy.querySelectorAll('br, p, div, time, li, small')) part.before(' | ');
  return textOf(copy).replace(/^[|\s]+/, '');
}

const DATE_MARKS = {
  published: [
    '[itemprop~="datePublished"], time[pubdate], time.published, time.entry-date.published, time.dt-published',
    'time[datetime], time',
    '[class*="publish" i], [class*="posted-on" i]',
  ],
  modified: ['[itemprop~="dateModified"], time.updated, time.dt-updated'],
};
const LONGEST_DATE = 80;

/** The date that the page's markup gives the article, as written for machines, else for people. */
export function markedDate(
  doc: Document,
  heading: Element | undefined,
  kind: 'published' | 'modified',
): string | undefined {
  for (const selector of DATE_MARKS[kind]) {
    const found = [...doc.querySelectorAll(selector)].filter(
      (element) =>
        !isElsewhere(element, heading) &&
        dateOf(element) !== undefined &&
        isModified(element) === (kind === 'modified'),
    );
    const nearest = nearestTo(heading, found);
    if (nearest !== undefined) return dateOf(nearest);
  }
  return undefined;
}

function dateOf(element: Element): string | undefined {
  const declared = element.getAttribute('datetime') || element.getAttribute('content');
  if (declared) return declared;
  const text = textOf(element);
  return text.length <= LONGEST_DATE && /\d/.test(text) ? text : undefined;
}

export const MODIFIED =
  /\b(updated|modified|reviewed|revised|edited|aktualisiert|geändert|stand|mis à jour|modifié|actualizado|aggiornato|atualizado|bijgewerkt)\b|更新|수정/i;

function isModified(element: Element): boolean {
  if (/datePublished/i.test(element.getAttribute('itemprop') ?? '')) return false;
  if (
    /dateModified/i.test(element.getAttribute('itemprop') ?? '') ||
    /(^|[\s_-])(updated|modified)/i.test(element.className)
  )
    return !/published/i.test(element.className);
  const around = textOf(element.parentElement);
  return around.length <= LONGEST_DATE && MODIFIED.test(around) && !/publi|posted|veröff/i.test(around);
}
