import { countWords } from '../../article/reading-time.ts';
import { boxName, elementsAfterText, elementsBeforeText, holdsContentBox, shortBoxes } from '../blocks.ts';
import type { Rule } from './rule.ts';

const LONGEST_BANNER = 900;
const MOST_WORDS = 120;
const BOX = 'div, section, form, p[class], p[id], dialog, [role="dialog"], [role="alertdialog"]';
const NAMED = /(^|[\s_-])(cookie|consent|gdpr|privacy-?(banner|notice))/i;
const COOKIES = /\bcookies?\b/i;
const CHOICE =
  /\b(accept|agree|reject|decline|consent|preferences|settings|akzeptier\w*|zustimm\w*|einwillig\w*|ablehnen|accepter|refuser|consentement|aceptar|acepta|rechazar|configurar|accetta|aceitar)\b/i;
const OURS =
  /\b(we|our|us|this (web)?site|wir|unsere|diese (web)?seite|diese website|nous|notre|ce site|utilizamos|nuestr\w+|este sitio|usiamo|questo sito)\b/i;

export const removeCookieBanner: Rule = {
  id: 'remove-cookie-banner',
  why: 'A banner that asks for consent speaks of the site, not of the subject.',
  apply(root) {
    for (const [box, text] of shortBoxes(root, BOX, LONGEST_BANNER)) {
      if (!COOKIES.test(text) || countWords(text) > MOST_WORDS || holdsContentBox(box)) continue;
      // An article about cookies says the same words in mid-text, so a box there must be named for what it is.
      const isBanner = NAMED.test(boxName(box)) || /dialog/.test(box.getAttribute('role') ?? box.localName);
      if (!CHOICE.test(text) || !OURS.test(text)) continue;
      if (isBanner || (box.localName !== 'p' && isAtEdge(box, root))) box.remove();
    }
  },
};

function isAtEdge(box: Element, root: Element): boolean {
  if (box === root.firstElementChild || box === root.lastElementChild) return true;
  return elementsBeforeText(root).includes(box) || elementsAfterText(root).includes(box);
}
