import { parseUrl } from '../../article/parse-url.ts';
import type { Found } from './found.ts';
import { type Content, fileOf, type Importer } from './importer.ts';
import { judge, rejected } from './judge.ts';
import { readLines } from './lines.ts';

const ONETAB = /^(?!\s)(\S+) \| ?(.*)$/;

/** A plain list of addresses, one a line, and OneTab's, which has the title behind ` | `. */
export const urlList: Importer = {
  name: 'List of addresses',
  lacks: 'tags, notes, dates, highlights and texts',
  recognise: ({ text, path, json, columns }) => {
    if (json !== undefined || /^\s*[<{[]/.test(text.replace(/^\ufeff?\s*<https?:/i, 'https:'))) return undefined;
    if (columns?.some((name) => /^(?:url|link|href|address)$/.test(name))) return undefined;
    const lines = [...readLines(text.slice(0, 65_536))]
      .map((line) => line.text.replace(/^\ufeff/, ''))
      .filter((line) => line.trim() !== '');
    const withUrl = lines.filter((line) => /^\s*(?:[-*•+]\s+|\d+[.)]\s+)?<?https?:\/\//i.test(line));
    if (withUrl.length === 0 || withUrl.length < lines.filter((line) => !line.trim().startsWith('#')).length / 3)
      return undefined;
    if (/\.(?:md|markdown)$/i.test(path) && /^---\s*$/m.test(text)) return undefined;
    return withUrl.filter((line) => ONETAB.test(line)).length * 2 >= withUrl.length ? 'onetab' : 'url-list';
  },
  read: function* (contents) {
    for (const content of contents) yield* readList(content, fileOf(content, contents));
  },
};

function* readList({ text }: Content, file: { readonly file?: string }): Iterable<Found> {
  for (const { line, text: raw } of readLines(text)) {
    const written = raw.replace(/^\ufeff/, '').trim();
    if (written === '' || /^#(?!\S*:\/\/)/.test(written)) continue;
    const place = { ...file, line };
    const pair = /^(\S+) \|(?: (.*))?$/.exec(written);
    if (pair) {
      yield judge({ url: pair[1], title: pair[2] }, place);
      continue;
    }
    const word = written
      .replace(/^(?:[-*•+]|\d+[.)])\s+/, '')
      .split(/\s+/, 1)
      .join('');
    const bare = /^<(.*)>$/.exec(word)?.[1] ?? word;
    if (/^[a-z][a-z0-9+.-]*:/i.test(bare)) yield judge({ url: trimEnd(bare) }, place);
    else yield findWithin(written, place);
  }
}

/** A line that begins with words may hold an address all the same. */
function findWithin(written: string, place: { readonly line: number }): Found {
  const match = /\bhttps?:\/\/[^\s<>"]+/i.exec(written);
  if (match && parseUrl(match[0])) return judge({ url: trimEnd(match[0]) }, place);
  return rejected('no-url', place, written);
}

/** Closing marks belong to the sentence around an address, unless they close something in it: `Reed_(plant)`. */
function trimEnd(url: string): string {
  let text = url.replace(/[.,;:!?'"»”’]+$/, '');
  while (text.endsWith(')') && text.split(')').length > text.split('(').length) text = text.slice(0, -1);
  return text;
}
