import { Parser } from 'htmlparser2';

export interface MarkupEvents {
  /** `offset` is that of the `<`. Names are in lower case, attributes decoded. */
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>, offset: number) => void;
  readonly close?: (name: string) => void;
  /** Decoded, in pieces. Text of scripts, styles and templates is left out. */
  readonly text?: (text: string) => void;
  readonly comment?: (text: string) => void;
}

const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'noscript']);

/** Walks HTML as a stream of events, without a document: nothing in it is run, loaded or nested in memory. */
export function walkHtml(html: string, events: MarkupEvents): void {
  let silent = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (SILENT.has(name)) silent++;
        events.open?.(name, attributes, parser.startIndex);
      },
      onclosetag: (name) => {
        if (SILENT.has(name)) silent--;
        events.close?.(name);
      },
      ontext: (text) => {
        if (silent === 0) events.text?.(text);
      },
      oncomment: (text) => events.comment?.(text),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
}

/** The words of a piece of HTML, its blocks on lines of their own. */
export function textOfHtml(html: string): string {
  let text = '';
  const block = (name: string) => {
    if (/^(?:p|div|br|li|h[1-6]|blockquote|tr|pre)$/.test(name)) text += '\n';
  };
  walkHtml(html, { open: block, close: block, text: (piece) => (text += piece) });
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
