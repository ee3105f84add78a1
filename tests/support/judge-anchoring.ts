import type { TextPosition } from '../../lib/article/highlight.ts';
import { foldedIndex, foldForAnchoring } from '../../lib/reader/anchoring/fold-text.ts';
import type { AnchoringCase } from './anchoring-cases.ts';

export type Verdict = 'right' | 'unplaced' | 'wrong' | 'wrongly placed';

/** Of the words of the mark and those found, the share they must have in common to be the same passage. */
const SAME_PASSAGE = 0.6;

/**
 * Judges where a mark was placed. Words that are still there must be found to the letter, invisible ones aside; 'wrong' is
 * only right nearby, as a part of the passage. 'wrongly placed' is another passage.
 */
export function judge({ before, marked, after, truth }: AnchoringCase, found: TextPosition | undefined): Verdict {
  if (!found) return truth ? 'unplaced' : 'right';
  if (!truth) return 'wrongly placed';
  const words = (text: string, at: TextPosition) => foldForAnchoring(text.slice(at.start, at.end)).text.trim();
  const folded = foldForAnchoring(after);
  const ends = (at: TextPosition) => {
    const start = foldedIndex(folded, at.start);
    const text = folded.text.slice(start, foldedIndex(folded, at.end));
    return { start: start + (text.length - text.trimStart().length), end: start + text.trimEnd().length };
  };
  const [is, should] = [ends(found), ends(truth)];
  const common = Math.min(is.end, should.end) - Math.max(is.start, should.start);
  // Of what was found and of what was marked: a passage that was torn apart is longer than either.
  const longest = Math.max(is.end - is.start, words(before, marked).length);
  if (common / longest < SAME_PASSAGE) return common > 0 ? 'wrong' : 'wrongly placed';
  // Edited, or a paragraph was put into the middle of it: its words do not stand together any more.
  if (words(before, marked) !== words(after, truth)) return 'right';
  return is.start === should.start && is.end === should.end ? 'right' : 'wrong';
}
