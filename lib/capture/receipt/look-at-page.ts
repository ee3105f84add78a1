import { hasWords } from '../../article/reading-time.ts';
import { type ListingSigns, listingSignsOf } from '../find-listing.ts';
import { collapse } from '../text.ts';
import { looksLikeFeed } from './find-feed.ts';
import { hasSignInField, namesOfPage } from './find-notice.ts';
import { isShell } from './find-shell.ts';
import { wallFinder } from './find-teaser.ts';
import { listParagraphs, type PageParagraph } from './left-out.ts';

/** What a page says and shows of itself, seen before its text is cut out. */
export interface PageSigns extends ListingSigns {
  /** The parts of its title, and its headings. */
  readonly names: readonly string[];
  readonly canSignIn: boolean;
  readonly isFeed: boolean;
  /** Asked only of short texts: it reads all that the page says. */
  readonly hasWall: () => boolean;
  readonly isShell: boolean;
  /** All that the page says, if that is little; else empty. */
  readonly shortText: string;
  readonly paragraphs: readonly PageParagraph[];
  /** With which the server answered; `undefined` where the browser does not tell. */
  readonly httpStatus: number | undefined;
}

/** A page with more words than this is no bare wall, notice or shell. */
const MOST_WORDS_OF_NOTICE = 500;

/** Looks at the copy while its scripts are gone, and its fields, buttons and boxes are not. Changes nothing. */
export function lookAtPage(copy: Document, live: Document): PageSigns {
  const pageText = copy.body.textContent ?? '';
  const shortText = hasWords(pageText, MOST_WORDS_OF_NOTICE) ? '' : collapse(pageText);
  return {
    names: namesOfPage(copy),
    canSignIn: hasSignInField(copy),
    ...listingSignsOf(copy),
    isFeed: looksLikeFeed(copy),
    hasWall: wallFinder(copy, pageText),
    isShell: shortText !== '' && isShell(copy, live, shortText),
    shortText,
    paragraphs: listParagraphs(copy),
    httpStatus: statusOf(live),
  };
}

/** Chromium since 109, Firefox since 109: the page's own timing has it. */
function statusOf(live: Document): number | undefined {
  const page = live.defaultView;
  if (page === null || !('getEntriesByType' in page.performance)) return undefined;
  const [entry] = page.performance.getEntriesByType('navigation');
  const status = entry !== undefined && 'responseStatus' in entry ? entry.responseStatus : undefined;
  return typeof status === 'number' && status > 0 ? status : undefined;
}
