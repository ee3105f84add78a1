import type { UntrustedHtml } from '../article/html.ts';

/** Elements whose content is no text of the article. */
const SILENT = /^(?:script|style|template|noscript|svg|iframe|object|head|title)$/;
/** Elements that run on in a line: a word may begin before one and end after it. */
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|rb|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)$/;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

/**
 * The text of stored HTML, for the index and for snippets: blocks on lines of their own. The worker has no parser, and
 * nothing of it is ever shown as HTML, so tags are passed over by hand; of entities those are read that browsers write.
 */
export function textOfHtml(html: UntrustedHtml): string {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) {
      parts.push(html.slice(at));
      break;
    }
    if (open > at) parts.push(html.slice(at, open));
    at = passTag(html, open, parts);
  }
  return readEntities(parts.join(''));
}

/** Gives the index after a tag or comment; after the whole of a silent element. A `<` that opens no tag is text. */
function passTag(html: string, open: number, parts: string[]): number {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4);
    return end === -1 ? html.length : end + 3;
  }
  const next = html.charCodeAt(open + 1);
  const isClosing = next === 0x2f;
  const nameStart = open + (isClosing ? 2 : 1);
  const name = nameAt(html, nameStart);
  if (name === '' && next !== 0x21 && next !== 0x3f && !isClosing) {
    parts.push('<');
    return open + 1;
  }
  const end = endOfTag(html, nameStart + name.length);
  if (!INLINE.test(name)) parts.push('\n');
  if (isClosing || !SILENT.test(name)) return end;
  const close = html.toLowerCase().indexOf(`</${name}`, end);
  return close === -1 ? html.length : endOfTag(html, close + 2);
}

function nameAt(html: string, start: number): string {
  let end = start;
  while (isNameUnit(html.charCodeAt(end))) end++;
  return html.slice(start, end).toLowerCase();
}

const isNameUnit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);

/** After the `>`, which does not count inside a quoted value. */
function endOfTag(html: string, from: number): number {
  let quote = 0;
  for (let index = from; index < html.length; index++) {
    const unit = html.charCodeAt(index);
    if (quote !== 0) quote = unit === quote ? 0 : quote;
    else if (unit === 0x3e) return index + 1;
    else if ((unit === 0x22 || unit === 0x27) && html.charCodeAt(index - 1) === 0x3d) quote = unit;
  }
  return html.length;
}

function readEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : ' ';
  });
}
