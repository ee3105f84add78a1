import { parseUrl } from '../../article/parse-url.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Without the characters that XML can't have, not even escaped (XML 1.0, 2.2). */
export const onlyXml = (text: string): string => text.toWellFormed().replace(NOT_XML, '');

/** Text for HTML and XML, in elements and in quoted attributes. */
export function escapeMarkup(text: string): string {
  return onlyXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Whether an address leads to a page of the web. One of a vault that was tampered with may lead anywhere. */
export const isOfTheWeb = (url: string): boolean => /^https?:$/.test(parseUrl(url)?.protocol ?? '');

/** A link to a page of the web. Any other address is only told. */
export const linkMarkup = (url: string, words = url): string =>
  isOfTheWeb(url) ? `<a href="${escapeMarkup(url)}">${escapeMarkup(words)}</a>` : escapeMarkup(url);

/** A double-quoted YAML scalar (YAML 1.2.2, 7.3.1): whatever the text holds, it stays a text. */
export const quoteYaml = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A record of JSON whose keys are in one order, so that equal content is equal text. */
export function stableJson(value: unknown, indent?: number): string {
  return JSON.stringify(
    value,
    (_, part: unknown) => (isPlain(part) ? Object.fromEntries(Object.entries(part).sort(byKey)) : part),
    indent,
  );
}

const isPlain = (part: unknown): part is object => typeof part === 'object' && part !== null && !Array.isArray(part);
const byKey = ([one]: [string, unknown], [other]: [string, unknown]): number =>
  one < other ? -1 : one > other ? 1 : 0;
