import { hasWords } from '../../article/reading-time.ts';
import { NEEDS_SCRIPT } from './phrases.ts';

/** Where a page's script builds the page; known by the names that frameworks give it. */
const MOUNT =
  '#root, #app, #__next, #__nuxt, #___gatsby, #react-root, app-root, [aria-busy="true"], [class*="skeleton" i]';
const MOST_WORDS_OF_SHELL = 150;
/** Less than this in its place is "Loading…", not a text. */
const FEWEST_WORDS_BUILT = 12;

/** Whether a page waits for its script: it says so, or the place for its text is bare. */
export function isShell(copy: Document, live: Document, shortText: string): boolean {
  if (hasWords(shortText, MOST_WORDS_OF_SHELL)) return false;
  if (NEEDS_SCRIPT.test(shortText)) return true;
  if (live.scripts.length === 0) return false;
  const mounts = copy.body.querySelectorAll(MOUNT);
  return mounts.length > 0 && [...mounts].every((mount) => !hasWords(mount.textContent ?? '', FEWEST_WORDS_BUILT));
}
