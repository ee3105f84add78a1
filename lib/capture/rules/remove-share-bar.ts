import { countWords } from '../../article/reading-time.ts';
import { holdsContentBox, shortBoxes } from '../blocks.ts';
import { textOf } from '../text.ts';
import type { Rule } from './rule.ts';

const BOX = 'div, section, nav, ul, ol, p, li, span';
const LONGEST_BAR = 300;
const LONGEST_LABEL = 60;
const MOST_WORDS_BESIDE_LINKS = 8;
const LABEL =
  /^(share( (this|the|on|via|by|with)\b.{0,30})?|tweet( this)?|pin( it)?|send|e-?mail|print|copy link|follow( us)?|(artikel |beitrag )?teilen( auf .{0,20}| per .{0,20})?|drucken|link kopieren|partager( (cet article|l[’']article|sur .{0,20}|par .{0,20}))?|imprimer|copier le lien|compartir( (en|por) .{0,20}| este artículo)?|imprimir|copiar enlace|condividi.{0,20}|compartilh.{0,20})\s*:?$/i;

export const removeShareBar: Rule = {
  id: 'remove-share-bar',
  why: 'Links that pass the page on to somebody are controls of the site, dead in a kept copy.',
  apply(root, { url }) {
    const marks = [url, encodeURIComponent(url), encodeURI(url)].filter((mark) => mark !== '');
    for (const [box, text] of shortBoxes(root, BOX, LONGEST_BAR)) {
      if (isBar(box, text, marks) && !holdsContentBox(box)) box.remove();
    }
  },
};

function isBar(box: Element, text: string, marks: readonly string[]): boolean {
  const links = [...box.querySelectorAll('a[href]')];
  if (links.length === 0)
    return text.length <= LONGEST_LABEL && LABEL.test(text) && box.localName !== 'span' && box.localName !== 'li';
  if (!links.every((link) => isShareLink(link, marks))) return false;
  const beside = countWords(text) - links.reduce((sum, link) => sum + countWords(textOf(link)), 0);
  return beside <= MOST_WORDS_BESIDE_LINKS;
}

/** A link that carries the page's own address to another place, or is called after the act of sharing. */
function isShareLink(link: Element, marks: readonly string[]): boolean {
  const href = link.getAttribute('href') ?? '';
  const query = href.slice(href.search(/[?#]/) + 1);
  if (/^(mailto|sms|whatsapp|fb-messenger|tg):/i.test(href) && href.includes('?')) return true;
  if (/[?#]/.test(href) && marks.some((mark) => query.includes(mark))) return true;
  return (
    LABEL.test(textOf(link)) || LABEL.test((link.getAttribute('aria-label') ?? link.getAttribute('title') ?? '').trim())
  );
}
