import { textOf } from '../text.ts';

// Outside the article these name other articles' authors and dates.
const ELSEWHERE = 'aside, nav, footer, [class*="related" i], [class*="comment" i], [id*="comment" i]';
const LONGEST_BYLINE = 100;

/** What the page shows a reader about its authors, where it declares nothing. */
export function visibleAuthors(doc: Document): readonly string[] {
  for (const selector of [
    '[itemprop~="author"]',
    '[rel~="author"]',
    '.p-author',
    '.byline',
    '.author',
    'address',
    '[class*="byline" i]',
  ]) {
    const found = [...doc.querySelectorAll(selector)].filter((element) => element.closest(ELSEWHERE) === null);
    const texts = found
      .map((element) => textOf(element.querySelector('[itemprop~="name"], [rel~="author"], .fn') ?? element))
      .filter((text) => text !== '' && text.length <= LONGEST_BYLINE);
    if (texts.length > 0) return texts;
  }
  return [];
}

/** The first date that stands with the article, as the page writes it for machines, else for people. */
export function visibleDate(doc: Document): string | undefined {
  const marked = doc.querySelector('[itemprop~="datePublished"], time[pubdate], time.published, time.dt-published');
  if (marked !== null) return marked.getAttribute('datetime') ?? marked.getAttribute('content') ?? textOf(marked);
  const times = [...doc.querySelectorAll('time')].filter((time) => time.closest(ELSEWHERE) === null);
  const first = times.find((time) => time.closest('article, main, header') !== null) ?? times[0];
  return first === undefined ? undefined : (first.getAttribute('datetime') ?? textOf(first));
}
