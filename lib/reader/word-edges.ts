import type { TextPosition } from '../article/highlight.ts';

/** Characters on each side of a place in which words are looked for. */
const REACH = 200;
/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/** The words around a passage, in order, with the signs that touch them; of scripts without spaces as the browser parts them. */
export function wordsAround(text: string, { start, end }: TextPosition, language?: string): readonly TextPosition[] {
  const from = Math.max(0, start - REACH);
  return [...text.slice(from, end + REACH).matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const at = from + index;
    if (!UNSPACED.test(word)) return [{ start: at, end: at + word.length }];
    return [...new Intl.Segmenter(language || undefined, { granularity: 'word' }).segment(word)].map((part) => ({
      start: at + part.index,
      end: at + part.index + part.segment.length,
    }));
  });
}

/** A passage one end of which was taken to a place: to the nearest edge of a word there, and never past the other end. */
export function withEndAt(
  text: string,
  passage: TextPosition,
  end: keyof TextPosition,
  at: number,
  language?: string,
): TextPosition {
  const edges = wordsAround(text, { start: at, end: at }, language).map((word) => word[end]);
  const isLeft = (edge: number) => (end === 'end' ? edge > passage.start : edge < passage.end);
  const [nearest] = edges.filter(isLeft).sort((a, b) => Math.abs(a - at) - Math.abs(b - at));
  return nearest === undefined ? passage : { ...passage, [end]: nearest };
}
