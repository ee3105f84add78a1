import type { ExportHighlight } from './export-article.ts';

/** The heading of the marks, by which importing finds them again. */
const HEADING = '## Highlights';

/** Marks as the last part of a page: each a quotation, with its note below. Empty for none. */
export function marksMarkdown(highlights: readonly ExportHighlight[]): string {
  if (highlights.length === 0) return '';
  const parts = highlights.map(({ quote, note }) => {
    const quoted = quote
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
    // A quotation in a note must not look like the next mark.
    return note === '' ? quoted : `${quoted}\n\n${note.replace(/^>/gm, '\\>')}`;
  });
  return `${HEADING}\n\n${parts.join('\n\n')}`;
}
