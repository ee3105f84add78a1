import type { CaptureWarning } from '../../article/capture.ts';
import { countWords, hasWords } from '../../article/reading-time.ts';
import { asksForConsent, type Notice, noticeByName } from './find-notice.ts';
import { isTeaser } from './find-teaser.ts';
import type { PageSigns } from './look-at-page.ts';

/** A shorter text under such a name is the notice itself, and nothing to keep. */
const LONGEST_NOTICE = 100;
/** One so long may be a notice with much around it, or an article: it is kept, with a warning. */
const LONGEST_DOUBT = 250;

/** What the page shows in the place of a text, if that is all it shows. Called with nothing where nothing was found. */
export function noticeOf(signs: PageSigns, keptText: string): Notice | undefined {
  const isShort = !hasWords(keptText, LONGEST_NOTICE);
  const named = isShort ? noticeByName(signs.names, signs.canSignIn) : undefined;
  if (named !== undefined) return named;
  const text = hasWords(keptText, 10) ? keptText : signs.shortText;
  if (text !== '' && asksForConsent(text, countWords(text))) return 'consent';
  return isShort && signs.isShell ? 'shell' : undefined;
}

export interface KeptFacts {
  readonly wordCount: number;
  readonly isFree: boolean | undefined;
  readonly isDeclaredArticle: boolean;
  readonly leftOutWords: number;
  /** Links in the headings of what was kept that lead to pages of the same site. */
  readonly entryCount: number;
}

/** What a kept text may be missing, the gravest first. */
export function warningsOf(signs: PageSigns, facts: KeptFacts): readonly CaptureWarning[] {
  const { wordCount, isFree, isDeclaredArticle, leftOutWords, entryCount } = facts;
  const warnings: CaptureWarning[] = [];
  const isDoubtful = wordCount <= LONGEST_DOUBT;
  const named = isDoubtful ? noticeByName(signs.names, signs.canSignIn) : undefined;
  if (named !== undefined) warnings.push(named);
  else if (isDoubtful && (signs.httpStatus ?? 200) >= 400) warnings.push('error');
  if (isTeaser(wordCount, signs.hasWall, isFree)) warnings.push('teaser');
  if (!isDeclaredArticle && isListing(signs, wordCount, entryCount)) warnings.push('listing');
  if (leftOutWords > 0) warnings.push('left-out');
  return warnings;
}

const FEWEST_ENTRIES = 4;
/** The beginning of a text that stands in a list has fewer. */
const WORDS_PER_ENTRY = 130;

function isListing(signs: PageSigns, wordCount: number, entryCount: number): boolean {
  if (signs.isFeed) return true;
  return signs.isListing && entryCount >= FEWEST_ENTRIES && wordCount <= entryCount * WORDS_PER_ENTRY;
}
