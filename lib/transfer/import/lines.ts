/** Gives the line, from 1, of rising offsets into a text. */
export function createLineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (;;) {
      const next = text.indexOf('\n', at);
      if (next === -1 || next >= offset) return line;
      line++;
      at = next + 1;
    }
  };
}

/** Lines with their numbers, whatever ends them. */
export function* readLines(source: string): Iterable<{ readonly line: number; readonly text: string }> {
  const text = withPlainLines(source);
  let line = 0;
  let at = 0;
  while (at <= text.length) {
    const end = text.indexOf('\n', at);
    const stop = end === -1 ? text.length : end;
    line++;
    yield { line, text: text.slice(at, stop) };
    at = stop + 1;
  }
}

/** Text whose lines end by U+000A alone. Files of old systems have only U+000D, linkding writes U+000A U+000D. */
export const withPlainLines = (text: string): string => text.replace(/\r\n|\n\r|\r/g, '\n');
