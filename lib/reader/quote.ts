import type { Article } from '../article/article.ts';
import type { TextQuote } from '../article/highlight.ts';

/** A passage for the clipboard: whoever pastes takes the form that fits. */
export interface CopiedQuote {
  readonly markdown: string;
  readonly html: string;
}

/** Words by which a long passage is named at each end. */
const END_WORDS = 6;

/** Text, author, title, site, date, and a link that opens the original at that place. */
export function copyQuote(article: Article, quote: TextQuote): CopiedQuote {
  const { title, siteName, authors, publishedAt } = article;
  const link = linkToPassage(article.url, quote.exact);
  const day = publishedAt?.slice(0, 10) ?? '';
  const before = authors.length > 0 ? `${authors.join(', ')}, ` : '';
  const after = [siteName, day]
    .filter((fact) => fact !== '')
    .map((fact) => `, ${fact}`)
    .join('');
  const lines = quote.exact.split('\n');
  return {
    markdown: `${lines.map((line) => `> ${line}`).join('\n>\n')}\n\n— ${before}[${title.replace(/[[\]]/g, '\\$&')}](${link})${after}\n`,
    html:
      `<blockquote cite="${escapeHtml(article.url)}">${lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')}</blockquote>` +
      `<p>— ${escapeHtml(before)}<a href="${escapeHtml(link)}">${escapeHtml(title)}</a>${escapeHtml(after)}</p>`,
  };
}

/** The address with a text fragment (WICG, Scroll to Text Fragment). A long passage, or one over blocks, is named by its ends. */
export function linkToPassage(url: string, exact: string): string {
  const blocks = exact
    .split('\n')
    .map((block) => block.trim())
    .filter((block) => block !== '');
  const words = exact.split(/\s+/);
  const isShort = blocks.length === 1 && exact.length <= 120;
  const firstWords = (blocks[0] ?? '').split(' ').slice(0, END_WORDS).join(' ');
  const lastWords = (blocks.at(-1) ?? '').split(' ').slice(-END_WORDS).join(' ');
  const fragment =
    isShort || words.length < 2 * END_WORDS ? encode(blocks[0] ?? '') : `${encode(firstWords)},${encode(lastWords)}`;
  return `${url.split('#')[0]}#:~:text=${fragment}`;
}

/** Commas and dashes separate the parts of a fragment. */
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[-()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');
