import type { TextPosition, TextQuote } from '../../article/highlight.ts';

/** Characters of context on each side. */
const CONTEXT_LENGTH = 64;

/** W3C selectors for a passage of a text. White space at its ends is left out; nothing but white space gives nothing. */
export function describePassage(
  text: string,
  passage: TextPosition,
): { readonly quote: TextQuote; readonly position: TextPosition } | undefined {
  const raw = text.slice(passage.start, passage.end);
  const start = passage.start + (raw.length - raw.trimStart().length);
  const end = passage.start + raw.trimEnd().length;
  if (end <= start) return undefined;
  return {
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
      suffix: text.slice(end, end + CONTEXT_LENGTH),
    },
    position: { start, end },
  };
}
