import { countCode, countWords } from '../article/reading-time.ts';
import { textInLines } from './text.ts';

/** The words of an article as `Article.wordCount` has them: blocks of code count by their lines. */
export function countArticleWords(root: Element): number {
  let words = countWords(textInLines(root));
  for (const code of root.querySelectorAll('pre')) {
    words += countCode(code.textContent ?? '') - countWords(textInLines(code));
  }
  return Math.max(0, words);
}
