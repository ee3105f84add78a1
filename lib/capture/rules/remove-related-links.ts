import { countWords } from '../../article/reading-time.ts';
import { elementsAfterText, linkDensity, nextBlock, shortBoxes } from '../blocks.ts';
import { textOf } from '../text.ts';
import type { Rule } from './rule.ts';

const LABEL =
  /^((read|watch|see) (also|next|more)|related( (articles?|stories|posts?|content|coverage|news|topics?))?|more (from|on|in|about|stories|articles)\b.*|you (may|might) (also )?(like|enjoy).*|recommended( (for you|reading|stories|articles))?|most (read|popular)|trending( now)?|don[’']t miss|up next|lesen sie auch|auch interessant|mehr (zum thema|aus|von|dazu)\b.*|das könnte (sie|dich|ihnen|dir).*|weitere artikel.*|verwandte (artikel|themen|beiträge)|meistgelesen|à lire (aussi|également|ensuite)|lire (aussi|également)|sur le même (sujet|thème)|articles? (liés|similaires|connexes)|vous aimerez aussi.*|dans la même rubrique|les plus lus|lee (también|además)|lea (también|además)|te puede interesar|también te (puede|podría) (interesar|gustar)|(artículos|noticias|contenido|notas) relacionad[oa]s?|más (sobre|en|de|noticias)\b.*|lo más leído|leggi anche|potrebbe interessarti.*|leia (também|mais)|相关阅读|相關閱讀|延伸阅读|関連記事|あわせて読みたい)\s*:?$/i;
const INLINE_LABEL =
  /^((read|see|watch) (also|more|next)|related( (article|story|reading))?|also read|more on this|lesen sie auch|mehr dazu|siehe auch|auch interessant|(à )?lire (aussi|également)|voir aussi|lee también|lea también|te puede interesar|leggi anche|leia (também|mais))\s*[::|>–—-]\s*/i;
const LONGEST_BOX = 300;
const LONGEST_LABEL = 8;

export const removeRelatedLinks: Rule = {
  id: 'remove-related-links',
  why: 'Links to other articles, between paragraphs or after them, are the way on through the site, not the text.',
  apply(root) {
    for (const [box, text] of shortBoxes(root, 'h2, h3, h4, h5, h6, p, div, span', LONGEST_BOX)) {
      if (isInlineLink(box, text)) box.remove();
      else if (isLabel(box, text)) removeLabelled(box);
    }
    for (const element of elementsAfterText(root)) {
      if (root.contains(element) && element.matches('div, section, ul, ol') && isCards(element)) element.remove();
    }
  },
};

function isLabel(element: Element, text: string): boolean {
  return (
    countWords(text) <= LONGEST_LABEL &&
    text.length < 80 &&
    LABEL.test(text) &&
    element.querySelector('a[href]') === null
  );
}

/** A label with nothing but links after it. Where sentences follow it is a heading of the text and stays. */
function removeLabelled(label: Element): void {
  let next = nextBlock(label);
  if (next === undefined || !isLinkBlock(next)) return;
  while (next !== undefined && isLinkBlock(next)) {
    const after = nextBlock(next);
    next.remove();
    next = after;
  }
  label.remove();
}

function isLinkBlock(element: Element): boolean {
  return (
    element.matches('p, div, section, ul, ol, article, h3, h4, h5, a') &&
    leadsAway(element) &&
    linkDensity(element) > 0.6
  );
}

function leadsAway(element: Element): boolean {
  const links = element.matches('a[href]') ? [element] : [...element.querySelectorAll('a[href]')];
  return links.some((link) => !(link.getAttribute('href') ?? '').startsWith('#'));
}

function isInlineLink(element: Element, text: string): boolean {
  const label = INLINE_LABEL.exec(text)?.[0];
  if (label === undefined || countWords(text) > 40 || element.localName === 'span') return false;
  const linked = [...element.querySelectorAll('a[href]')].reduce((sum, link) => sum + textOf(link).length, 0);
  return linked >= (text.length - label.length) * 0.8 && linked > 0;
}

/** Two or more links, each around a picture or a heading: cards need no label to be what they are. */
function isCards(element: Element): boolean {
  const links = [...element.querySelectorAll('a[href]')];
  const cards = links.filter(
    (link) => link.querySelector('img, h2, h3, h4, h5') !== null || link.closest('h2, h3, h4, h5') !== null,
  );
  return cards.length >= 2 && linkDensity(element) > 0.6;
}
