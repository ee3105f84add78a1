import { CONTENT_BOX } from '../blocks.ts';
import { textOf } from '../text.ts';
import type { Rule } from './rule.ts';

const LABEL =
  /^[\s—–-]*(advertisement|advertising|sponsored( content)?|story continues below( advertisement)?|article continues after( this)? advertisement|scroll to continue|anzeige|werbung|publicité|la suite après la publicité|publicidad|anuncio|pubblicità|publicidade|skip (advertisement|to (content|main content))|zum inhalt springen|aller au contenu|saltar al contenido)[\s—–.:-]*$/i;

export const removeAdvertLabels: Rule = {
  id: 'remove-advert-labels',
  why: 'The word over an empty advert, or a link past the navigation, stands in mid-text as if it were said.',
  apply(root) {
    for (const element of root.querySelectorAll('p, div, span, section, a, h2, h3, h4, h5, h6')) {
      if (!root.contains(element) || element.closest(CONTENT_BOX) !== null || element.querySelector('img') !== null)
        continue;
      const isWhole =
        element.parentElement === root ||
        textOf(element.parentElement) === textOf(element) ||
        !/^(a|span)$/.test(element.localName);
      if (isWhole && LABEL.test(textOf(element))) element.remove();
    }
  },
};
