import { hasWords } from '../../article/reading-time.ts';
import { fold, textOf } from '../text.ts';
import { ERROR_TITLE, measureConsent, SIGN_IN_TITLE } from './phrases.ts';

const SIGN_IN_FIELD = 'input[type="password"], input[type="email"], input[autocomplete~="username"]';

/** What a page calls itself: the parts of its title, and its headings. */
export function namesOfPage(copy: Document): readonly string[] {
  const title = textOf(copy.querySelector('title')).split(/\s+[|–—·•»‹:-]+\s+|\s*\|\s*/);
  const headings = [...copy.body.querySelectorAll('h1, h2')].map(textOf);
  return [...title, ...headings].filter((name) => name !== '');
}

/** Whether a page asks for a name or an address to sign in with. */
export function hasSignInField(copy: Document): boolean {
  return copy.querySelector(SIGN_IN_FIELD) !== null;
}

export type Notice = 'error' | 'sign-in' | 'consent' | 'shell';

/** Which notice a page is by what it calls itself, if it is one. Long texts may bear any title. */
export function noticeByName(names: readonly string[], canSignIn: boolean): 'error' | 'sign-in' | undefined {
  const folded = names.map(fold).filter((name) => name !== '');
  if (folded.some((name) => ERROR_TITLE.test(name))) return 'error';
  return canSignIn && folded.some((name) => SIGN_IN_TITLE.test(name)) ? 'sign-in' : undefined;
}

const MOST_WORDS_OF_CONSENT = 400;
const FEWEST_TOPICS = 3;
/** Words for each that speaks of consent; an article on the matter has far more between them. */
const WORDS_PER_HIT = 30;

/** Whether a text is the question for consent itself, not a text about it. */
export function asksForConsent(text: string, wordCount: number): boolean {
  if (wordCount > MOST_WORDS_OF_CONSENT) return false;
  const { topics, hits } = measureConsent(text);
  return topics >= FEWEST_TOPICS && hits * WORDS_PER_HIT >= wordCount && hasWords(text, 8);
}
