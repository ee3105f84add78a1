import { hasWords } from '../../article/reading-time.ts';

/** From so many boxes of one kind on, a page is a stream of posts. */
const FEWEST_POSTS = 5;
const FEWEST_WORDS_OF_POST = 8;
const NOT_OF_STREAM =
  'aside, footer, nav, [id*="comment" i], [class*="comment" i], [class*="related" i], [class*="teaser" i]';

/** Whether the page shows many short posts side by side, each an `<article>` with none inside. */
export function looksLikeFeed(copy: Document): boolean {
  const all = copy.body.querySelectorAll('article');
  if (all.length < FEWEST_POSTS) return false;
  const posts = [...all].filter(
    (post) => post.querySelector('article') === null && post.parentElement?.closest('article') === null,
  );
  const streamed = posts.filter(
    (post) => post.closest(NOT_OF_STREAM) === null && hasWords(post.textContent ?? '', FEWEST_WORDS_OF_POST),
  );
  if (streamed.length < FEWEST_POSTS) return false;
  const lengths = streamed.map((post) => post.textContent?.length ?? 0);
  // Beside an article its teasers are short, and it holds most of the words.
  return Math.max(...lengths) < lengths.reduce((sum, length) => sum + length, 0) / 2;
}
