import { parseUrl } from './parse-url.ts';

/** A piece of a line of a note. */
export type NotePart =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'struck' | 'code' | 'tag'; readonly text: string }
  /** To something kept, as `article/id` or `mark/id`. */
  | { readonly kind: 'kept'; readonly text: string; readonly target: string }
  /** To the web. Only `http:`, `https:` and `mailto:` become links; other addresses stay as typed. */
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** A note as blocks, in order. A line break within a block is one. */
export type NoteBlock =
  | { readonly kind: 'paragraph' | 'quote'; readonly lines: readonly (readonly NotePart[])[] }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly items: readonly NoteItem[] }
  | { readonly kind: 'code'; readonly text: string };

export interface NoteItem {
  readonly parts: readonly NotePart[];
  /** How far it is moved in, from 0. */
  readonly depth: number;
}

const FENCE = /^\s*```/;
const QUOTED = /^\s*> ?/;
const ITEM = /^(\s*)(?:([-*+])|(\d{1,3})[.)])\s+(?=\S)/;
const DEEPEST = 3;

/**
 * Reads the Markdown that notes are written in: lists, quotes, code, emphasis, links. Gives data and no HTML: a view makes
 * elements of it, and there is nothing that could run. Anything else stays as it was typed.
 */
export function readNoteBlocks(note: string): readonly NoteBlock[] {
  const lines = note.replace(/\r\n?/g, '\n').split('\n');
  const blocks: NoteBlock[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const run = (belongs: (each: string) => boolean) => {
      const start = at;
      while (at < lines.length && belongs(lines[at] ?? '')) at += 1;
      return lines.slice(start, at);
    };
    if (line.trim() === '') at += 1;
    else if (FENCE.test(line)) {
      at += 1;
      const text = run((each) => !FENCE.test(each)).join('\n');
      at += 1;
      blocks.push({ kind: 'code', text });
    } else if (QUOTED.test(line)) {
      const quoted = run((each) => QUOTED.test(each)).map((each) => readParts(each.replace(QUOTED, '')));
      blocks.push({ kind: 'quote', lines: quoted });
    } else if (ITEM.test(line)) {
      const isNumbered = ITEM.exec(line)?.[3] !== undefined;
      const items = run((each) => ITEM.test(each) && (ITEM.exec(each)?.[3] !== undefined) === isNumbered);
      blocks.push({ kind: 'list', isNumbered, items: items.map(readItem) });
    } else {
      const isPlain = (each: string) =>
        each.trim() !== '' && !FENCE.test(each) && !QUOTED.test(each) && !ITEM.test(each);
      blocks.push({ kind: 'paragraph', lines: run(isPlain).map(readParts) });
    }
  }
  return blocks;
}

function readItem(line: string): NoteItem {
  const [mark = '', indent = ''] = ITEM.exec(line) ?? [];
  const depth = Math.min(DEEPEST, Math.floor(indent.replaceAll('\t', '    ').length / 2));
  return { parts: readParts(line.slice(mark.length)), depth };
}

/** In this order, so that the words of a link or of code are not read again. */
const PARTS = new RegExp(
  [
    '`(?<code>[^`\\n]+)`',
    '\\[\\[(?<label>[^\\]|\\n]*)\\|(?<target>(?:article|mark)/[\\w-]+)\\]\\]',
    '\\[(?<words>[^\\]\\n]+)\\]\\((?<address>[^)\\s]+)\\)',
    '(?<bare>https?://[^\\s<>]+[^\\s<>.,;:!?)\'"])',
    '\\*\\*(?<strong>[^*\\n]+)\\*\\*',
    '\\*(?<emphasis>[^*\\s](?:[^*\\n]*[^*\\s])?)\\*',
    '(?<![\\p{L}\\p{N}])_(?<stressed>[^_\\s](?:[^_\\n]*[^_\\s])?)_(?![\\p{L}\\p{N}])',
    '~~(?<struck>[^~\\n]+)~~',
    '(?<=^|[\\s(,;])(?<tag>#\\p{L}[\\p{L}\\p{N}_-]{0,39})',
  ].join('|'),
  'gu',
);

function readParts(line: string): readonly NotePart[] {
  const parts: NotePart[] = [];
  let last = 0;
  for (const match of line.matchAll(PARTS)) {
    const part = partOf(match.groups ?? {});
    if (!part) continue;
    if (match.index > last) parts.push({ kind: 'text', text: line.slice(last, match.index) });
    parts.push(part);
    last = match.index + match[0].length;
  }
  if (last < line.length) parts.push({ kind: 'text', text: line.slice(last) });
  return parts;
}

function partOf(found: Readonly<Record<string, string | undefined>>): NotePart | undefined {
  const { code, label, target, words, address, bare, strong, emphasis = found['stressed'], struck, tag } = found;
  if (code !== undefined) return { kind: 'code', text: code };
  if (target !== undefined) return { kind: 'kept', text: label || 'Linked passage', target };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
  if (struck !== undefined) return { kind: 'struck', text: struck };
  if (tag !== undefined) return { kind: 'tag', text: tag };
  const url = webAddress(address ?? bare);
  return url === undefined ? undefined : { kind: 'link', text: words ?? bare ?? url, url };
}

function webAddress(typed: string | undefined): string | undefined {
  const url = typed === undefined ? undefined : parseUrl(typed);
  return url && /^(?:https?|mailto):$/.test(url.protocol) ? url.href : undefined;
}
