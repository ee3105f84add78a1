import { shortBoxes } from '../blocks.ts';
import { shortTextOf } from '../text.ts';
import type { Rule } from './rule.ts';

const LONGEST_LABEL = 80;
const LABEL =
  /^[\s—–-]*(advertisement|advertising|sponsored( content)?|story continues below( advertisement)?|article continues after( this)? advertisement|scroll to continue|anzeige|werbung|publicité|la suite après la publicité|publicidad|anuncio|pubblicità|publicidade|skip (advertisement|to (content|main content))|zum inhalt springen|aller au contenu|saltar al contenido)[\s—–.:-]*$/i;

export const removeAdvertLabels: Rule = {
  id: 'remove-advert-labels',
  why: 'The word over an empty advert, or a link past the navigation, stands in mid-text as if it were said.',
  apply(root) {
    for (const [box, text] of shortBoxes(root, 'p, div, span, section, a, h2, h3, h4, h5, h6', LONGEST_LABEL)) {
      if (LABEL.test(text) && box.querySelector('img') === null && isWhole(box, text)) box.remove();
    }
  },
};

/** A link or a span is part of a sentence if its paragraph says more. */
function isWhole(box: Element, text: string): boolean {
  if (!/^(a|span)$/.test(box.localName) || box.parentElement === null) return true;
  return !/^(p|li)$/.test(box.parentElement.localName) || shortTextOf(box.parentElement, LONGEST_LABEL) === text;
}
